package dev.marginal.optimizer;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Books with their customers in another order. */
public final class Reordered {
    private Reordered() {}

    /** The customers {@code rows[0], rows[1], …} of a book. */
    public static OfferBook book(OfferBook book, int[] rows) {
        List<Segmentation> segmentations =
                book.segmentations().stream()
                        .map(
                                one ->
                                        new Segmentation(
                                                one.column(),
                                                one.names(),
                                                IntStream.of(rows)
                                                        .map(row -> one.code()[row])
                                                        .toArray()))
                        .toList();
        List<Measure> measures =
                book.measures().stream()
                        .map(one -> new Measure(one.name(), columns(one.amount(), rows)))
                        .toList();
        return new OfferBook(
                book.offers(),
                columns(book.value(), rows),
                columns(book.cost(), rows),
                segmentations,
                measures);
    }

    /** A random order, the same for the same seed. */
    public static int[] shuffled(int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] rows = IntStream.range(0, customers).toArray();
        for (int last = customers - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int row = rows[last];
            rows[last] = rows[other];
            rows[other] = row;
        }
        return rows;
    }

    private static float[][] columns(float[][] columns, int[] rows) {
        float[][] picked = new float[columns.length][rows.length];
        for (int offer = 0; offer < columns.length; offer++) {
            for (int i = 0; i < rows.length; i++) {
                picked[offer][i] = columns[offer][rows[i]];
            }
        }
        return picked;
    }
}
