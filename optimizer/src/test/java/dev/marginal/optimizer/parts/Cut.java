package dev.marginal.optimizer.parts;

import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segmentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts a book into parts, each of which knows only the names that occur in it. */
final class Cut {
    private Cut() {}

    /** Parts that end at these customers. */
    static List<OfferBook> at(OfferBook book, int... ends) {
        List<OfferBook> parts = new ArrayList<>();
        int from = 0;
        for (int end : ends) {
            parts.add(part(book, from, end));
            from = end;
        }
        return parts;
    }

    private static OfferBook part(OfferBook book, int from, int to) {
        return new OfferBook(
                book.offers(),
                rows(book.value(), from, to),
                rows(book.cost(), from, to),
                book.segmentations().stream().map(one -> part(one, from, to)).toList(),
                book.measures().stream()
                        .map(one -> new Measure(one.name(), rows(one.amount(), from, to)))
                        .toList());
    }

    private static float[][] rows(float[][] columns, int from, int to) {
        return Stream.of(columns)
                .map(one -> Arrays.copyOfRange(one, from, to))
                .toArray(float[][]::new);
    }

    private static Segmentation part(Segmentation all, int from, int to) {
        int[] code = Arrays.copyOfRange(all.code(), from, to);
        int[] occurring = IntStream.of(code).distinct().toArray();
        List<String> names = IntStream.of(occurring).mapToObj(all.names()::get).toList();
        int[] own = new int[all.names().size()];
        IntStream.range(0, occurring.length).forEach(number -> own[occurring[number]] = number);
        return new Segmentation(
                all.column(), names, IntStream.of(code).map(one -> own[one]).toArray());
    }
}
