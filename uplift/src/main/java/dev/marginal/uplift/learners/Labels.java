package dev.marginal.uplift.learners;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Head;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What happened, as labels: one per history row.
 *
 * @param gmv in currency
 * @param orders 1 where GMV is above zero, else 0
 * @param basket the GMV of every order, if all are alike: 1 where the outcome is a conversion, 0
 *     where nobody ordered
 */
record Labels(float[] gmv, float[] orders, OptionalDouble basket) {
    /**
     * The labels of a history.
     *
     * @throws IllegalArgumentException if a GMV is negative and the head cannot learn from it
     */
    static Labels of(CampaignHistory history, Head head) {
        float[] gmv = new float[history.rows()];
        float[] orders = new float[history.rows()];
        float least = Float.POSITIVE_INFINITY;
        float most = 0;
        for (int row = 0; row < gmv.length; row++) {
            gmv[row] = (float) history.gmv()[row];
            if (gmv[row] < 0 && head != Head.SQUARED) {
                throw negative(row, history.gmv()[row], head);
            }
            if (gmv[row] > 0) {
                orders[row] = 1;
                least = Math.min(least, gmv[row]);
                most = Math.max(most, gmv[row]);
            }
        }
        boolean alike = most == 0 || least == most;
        return new Labels(gmv, orders, alike ? OptionalDouble.of(most) : OptionalDouble.empty());
    }

    /** The weighted mean GMV of those who ordered; 0 if nobody did. */
    double meanBasket(double[] weight) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < gmv.length; row++) {
            sum += weight[row] * orders[row] * gmv[row];
            weights += weight[row] * orders[row];
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static IllegalArgumentException negative(int row, double gmv, Head head) {
        return new IllegalArgumentException(
                String.format(
                        Locale.ROOT,
                        "GMV (%s) of history row %,d is negative, which outcome '%s' cannot learn"
                                + " from. Set returns to 0, or choose outcome '%s'.",
                        gmv,
                        row + 1,
                        head.word(),
                        Head.SQUARED.word()));
    }
}
