package dev.marginal.uplift.inspection;

import java.util.stream.IntStream;

/**
 * Probabilities of findings by chance, raised for how many were looked at: with the adjusted ones
 * below 0.05, chance makes even one false finding in at most 5 % of all looks.
 *
 * @see <a href="https://www.jstor.org/stable/4615733">Holm (1979), A simple sequentially rejective
 *     multiple test procedure</a>
 */
final class Holm {
    private Holm() {}

    /** The adjusted probabilities, in order; {@code NaN} stays and does not count. */
    static double[] adjust(double[] probabilities) {
        double[] adjusted = probabilities.clone();
        int[] order =
                IntStream.range(0, probabilities.length)
                        .filter(i -> !Double.isNaN(probabilities[i]))
                        .boxed()
                        .sorted((a, b) -> Double.compare(probabilities[a], probabilities[b]))
                        .mapToInt(i -> i)
                        .toArray();
        double largest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            double raised = (order.length - rank) * probabilities[order[rank]];
            largest = Math.max(largest, Math.min(1, raised));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }
}
