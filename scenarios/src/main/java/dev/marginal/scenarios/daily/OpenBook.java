package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.Gates;
import dev.marginal.scenarios.planning.OpenDay;
import java.util.List;
import java.util.stream.Stream;

/** Books with closed gates, with more columns, of fewer customers. */
final class OpenBook {
    private OpenBook() {}

    /** The same book without the offers whose gates are closed, and with more columns. */
    static OfferBook of(OfferBook book, Gates gates, List<Segmentation> more) {
        return new OpenDay(gates, more, List.of(), Pins.NONE).open(book);
    }

    /** Some customers of a book. */
    static OfferBook select(OfferBook book, int[] customers) {
        List<Segmentation> columns =
                book.segmentations().stream()
                        .map(
                                one ->
                                        new Segmentation(
                                                one.column(),
                                                one.names(),
                                                select(one.code(), customers)))
                        .toList();
        List<Measure> measures =
                book.measures().stream()
                        .map(one -> new Measure(one.name(), select(one.amount(), customers)))
                        .toList();
        return new OfferBook(
                book.offers(),
                select(book.value(), customers),
                select(book.cost(), customers),
                columns,
                measures);
    }

    private static float[][] select(float[][] columns, int[] customers) {
        return Stream.of(columns).map(one -> select(one, customers)).toArray(float[][]::new);
    }

    private static float[] select(float[] column, int[] customers) {
        float[] some = new float[customers.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = column[customers[i]];
        }
        return some;
    }

    private static int[] select(int[] column, int[] customers) {
        int[] some = new int[customers.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = column[customers[i]];
        }
        return some;
    }
}
