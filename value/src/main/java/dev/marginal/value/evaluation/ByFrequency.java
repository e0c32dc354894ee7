package dev.marginal.value.evaluation;

import dev.marginal.value.evaluation.ValueEvaluation.Group;
import dev.marginal.value.log.Split;
import java.util.List;
import java.util.stream.IntStream;

/** What was predicted of customers and what they then bought, by their repeat purchases before. */
final class ByFrequency {
    private static final int MOST_FREQUENT = 7;

    private ByFrequency() {}

    /** The groups 0 to 6 and 7+, without those that nobody is in. */
    static List<Group> of(Split split, double[] predicted) {
        double[] expected = new double[MOST_FREQUENT + 1];
        long[] held = new long[MOST_FREQUENT + 1];
        int[] customers = new int[MOST_FREQUENT + 1];
        for (int row = 0; row < predicted.length; row++) {
            int group = Math.min(MOST_FREQUENT, split.calibration().frequency()[row]);
            expected[group] += predicted[row];
            held[group] += split.heldPurchases()[row];
            customers[group]++;
        }
        return IntStream.rangeClosed(0, MOST_FREQUENT)
                .filter(group -> customers[group] > 0)
                .mapToObj(
                        group ->
                                new Group(
                                        group == MOST_FREQUENT ? group + "+" : group + "",
                                        customers[group],
                                        expected[group] / customers[group],
                                        (double) held[group] / customers[group]))
                .toList();
    }
}
