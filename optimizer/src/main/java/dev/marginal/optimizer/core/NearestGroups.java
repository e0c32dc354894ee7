package dev.marginal.optimizer.core;

import dev.marginal.optimizer.kernel.Columns;
import dev.marginal.optimizer.kernel.Grouping;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Picks the rows nearest to indifference, equal ones in groups. */
final class NearestGroups {
    private NearestGroups() {}

    /** About so many groups, nearest first; fewer if there are no more. */
    static List<int[]> of(Columns columns, float[] regrets, int groups) {
        float[] sorted = regrets.clone();
        Arrays.sort(sorted);
        long share = 2L * groups;
        while (true) {
            int rank = (int) Math.min(sorted.length - 1L, share);
            float most = sorted.length == 0 ? 0 : Math.min(sorted[rank], Float.MAX_VALUE);
            List<int[]> grouped = Grouping.of(columns, rowsUpTo(regrets, most)).groups();
            if (grouped.size() >= groups || share >= sorted.length) {
                Comparator<int[]> byRegret =
                        Comparator.<int[]>comparingDouble(some -> regrets[some[0]])
                                .thenComparingInt(some -> some[0]);
                return grouped.stream().sorted(byRegret).limit(groups).toList();
            }
            share *= 4;
        }
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
