package dev.marginal.uplift.soundness;

import java.util.Arrays;

/** The area under the ROC curve of a ranking, whichever end of it is the better one. */
final class Area {
    private Area() {}

    /**
     * The Mann–Whitney statistic over the number of pairs; ties count half.
     *
     * @return 0.5 to 1; 0.5 where all labels are alike
     */
    static double of(float[] score, boolean[] label) {
        long[] order = new long[score.length];
        for (int row = 0; row < order.length; row++) {
            order[row] = (long) sortable(score[row]) << Integer.SIZE | row;
        }
        Arrays.sort(order);
        double ranks = 0;
        long with = 0;
        for (int from = 0; from < order.length; ) {
            int until = from;
            long here = 0;
            while (until < order.length && score[(int) order[until]] == score[(int) order[from]]) {
                here += label[(int) order[until]] ? 1 : 0;
                until++;
            }
            ranks += here * (from + until + 1) / 2.0;
            with += here;
            from = until;
        }
        double pairs = (double) with * (order.length - with);
        double area = pairs == 0 ? 0.5 : (ranks - with * (with + 1) / 2.0) / pairs;
        return Math.max(area, 1 - area);
    }

    /** A whole number that sorts as the float does. */
    private static int sortable(float value) {
        int bits = Float.floatToIntBits(value == 0 ? 0f : value);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }
}
