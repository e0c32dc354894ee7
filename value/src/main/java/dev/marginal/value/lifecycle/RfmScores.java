package dev.marginal.value.lifecycle;

import dev.marginal.value.Histories;
import java.util.Arrays;

/**
 * Recency, frequency and monetary value as fifths of the customers: 5 for those who bought last,
 * most often and for most. Equal values get equal scores: one more than the number of whole fifths
 * of the customers who are below. Row-aligned.
 *
 * @param recency 1 to 5
 * @param frequency 1 to 5
 * @param monetary 1 to 5, by all that was spent
 */
public record RfmScores(int[] recency, int[] frequency, int[] monetary) {
    private static final int FIFTHS = 5;

    /** The scores of customers among each other. */
    public static RfmScores of(Histories histories) {
        double[] silence = new double[histories.rows()];
        double[] purchases = new double[histories.rows()];
        for (int row = 0; row < silence.length; row++) {
            silence[row] = histories.recencyDays()[row] - histories.ageDays()[row];
            purchases[row] = histories.frequency()[row];
        }
        return new RfmScores(fifths(silence), fifths(purchases), fifths(histories.totalSpend()));
    }

    /** Recency, frequency and monetary value added up: 3 to 15. */
    public double[] sums() {
        double[] sums = new double[recency.length];
        Arrays.setAll(sums, row -> recency[row] + frequency[row] + monetary[row]);
        return sums;
    }

    /** The segment that marketers know a customer's scores by. */
    public RfmSegment segment(int row) {
        return RfmSegment.of(recency[row], frequency[row]);
    }

    private static int[] fifths(double[] values) {
        double[] starts = starts(values);
        int[] fifths = new int[values.length];
        for (int row = 0; row < fifths.length; row++) {
            fifths[row] = 1;
            for (double start : starts) {
                fifths[row] += values[row] >= start ? 1 : 0;
            }
        }
        return fifths;
    }

    /** The lowest value in each fifth but the first: that many fifths or more are below it. */
    private static double[] starts(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] starts = new double[FIFTHS - 1];
        for (int fifth = 1; fifth < FIFTHS; fifth++) {
            int below = (int) (((long) fifth * sorted.length + FIFTHS - 1) / FIFTHS);
            int at = below;
            while (at < sorted.length && sorted[at] == sorted[below - 1]) {
                at++;
            }
            starts[fifth - 1] = at < sorted.length ? sorted[at] : Double.POSITIVE_INFINITY;
        }
        return starts;
    }
}
