package dev.marginal.value.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rows in the order of their predictions, the highest first. Rows of equal predictions share what
 * happened evenly, so that their order among each other means nothing.
 *
 * @param predicted in this order
 * @param actual in this order, evened out
 */
record Descending(double[] predicted, double[] actual) {
    static Descending of(double[] predicted, double[] actual) {
        int[] order =
                IntStream.range(0, predicted.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> -predicted[row]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] sorted = IntStream.of(order).mapToDouble(row -> predicted[row]).toArray();
        double[] shared = IntStream.of(order).mapToDouble(row -> actual[row]).toArray();
        int next = 0;
        for (int first = 0; first < sorted.length; first = next) {
            while (next < sorted.length && Double.compare(sorted[next], sorted[first]) == 0) {
                next++;
            }
            double mean = Arrays.stream(shared, first, next).sum() / (next - first);
            Arrays.fill(shared, first, next, mean);
        }
        return new Descending(sorted, shared);
    }
}
