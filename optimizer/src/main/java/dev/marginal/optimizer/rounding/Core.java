package dev.marginal.optimizer.rounding;

import dev.marginal.optimizer.kernel.Grouping;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Pass;
import dev.marginal.optimizer.kernel.Rates;
import dev.marginal.optimizer.kernel.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The customers nearest to indifference at some prices, equal ones grouped, with everyone's choice.
 *
 * @param choices every customer's best set at the prices
 * @param twins the groups, nearest to indifference first
 */
record Core(long[] choices, List<Twins> twins) {
    private static final int SAMPLE = 1 << 16;
    private static final int SETS = 6;
    private static final int SETS_OF_MANY = 32;
    private static final double MARGIN = 16;

    /** The core of about {@code groups} groups; fewer if there are no more. */
    static Core at(Instance instance, Rates rates, int groups, Workers workers) {
        Pass pass = new Pass(instance, instance.columns(), workers);
        long[] choices = pass.choices(rates);
        float[] regrets = pass.regrets(rates);
        List<int[]> nearest = nearest(instance, regrets, groups);
        double within = nearest.stream().mapToDouble(some -> regrets[some[0]]).max().orElse(0);
        Neighbours neighbours = new Neighbours(instance, rates);
        List<Twins> twins =
                nearest.stream()
                        .map(
                                some ->
                                        neighbours.of(
                                                some,
                                                choices[some[0]],
                                                2 * within + MARGIN,
                                                some.length == 1 ? SETS : SETS_OF_MANY))
                        .toList();
        return new Core(choices, twins);
    }

    private static List<int[]> nearest(Instance instance, float[] regrets, int groups) {
        float[] sorted = sample(regrets);
        double share = 1.5 * groups / Math.max(1, regrets.length);
        while (true) {
            int rank = (int) Math.min(sorted.length - 1.0, Math.ceil(share * sorted.length));
            float most = sorted.length == 0 ? 0 : Math.min(sorted[rank], Float.MAX_VALUE);
            List<int[]> grouped = Grouping.of(instance.columns(), rowsUpTo(regrets, most)).groups();
            if (grouped.size() >= groups || share >= 1) {
                return grouped.stream().sorted(byRegret(regrets)).limit(groups).toList();
            }
            share *= 4;
        }
    }

    private static Comparator<int[]> byRegret(float[] regrets) {
        return Comparator.<int[]>comparingDouble(some -> regrets[some[0]])
                .thenComparingInt(some -> some[0]);
    }

    private static float[] sample(float[] regrets) {
        int step = Math.max(1, regrets.length / SAMPLE);
        float[] sample = new float[(regrets.length + step - 1) / step];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = regrets[i * step];
        }
        Arrays.sort(sample);
        return sample;
    }

    private static int[] rowsUpTo(float[] regrets, float most) {
        int[] rows = new int[regrets.length];
        int count = 0;
        for (int row = 0; row < regrets.length; row++) {
            if (regrets[row] <= most) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
