package dev.marginal.uplift.evaluation;

/**
 * Rank-weighted average effects from doubly robust effects: names ending in {@code .grf}
 * (Yadlowsky, Fleming, Shah, Brunskill and Wager 2021, <a
 * href="https://arxiv.org/abs/2111.07966">arXiv:2111.07966</a>).
 *
 * <p>With TOC(q), the effect of the best share q minus the effect of all, {@code autoc.grf} is the
 * mean of TOC(q) over shares and {@code qini.grf} the mean of q TOC(q): what targeting by the
 * ranking gains over targeting at random, per customer. Tied rows take their tie's average effect.
 */
public final class RankAverage {
    private double weights;
    private double total;
    private double area;
    private double means;

    RankAverage() {}

    /**
     * {@code qini.grf}.
     *
     * @param effect doubly robust effect of each row
     * @param weight of each row
     */
    public static double qini(float[] effect, double[] weight, Ranking ranking) {
        return of(effect, weight, ranking).qini();
    }

    /** {@code autoc.grf}; parameters as above. */
    public static double autoc(float[] effect, double[] weight, Ranking ranking) {
        return of(effect, weight, ranking).autoc();
    }

    private static RankAverage of(float[] effect, double[] weight, Ranking ranking) {
        RankAverage average = new RankAverage();
        int place = 0;
        for (int tie = 0; tie < ranking.ties(); tie++) {
            double tieWeight = 0;
            double tieSum = 0;
            int start = place;
            for (int end = ranking.end(tie); place < end; place++) {
                int row = ranking.row(place);
                tieWeight += weight[row];
                tieSum += weight[row] * effect[row];
            }
            average.add(place - start, tieWeight, tieSum);
        }
        return average;
    }

    /**
     * The next tie.
     *
     * @param rows how many; they share its weight and effects evenly
     * @param tieWeight their weight
     * @param tieSum their weighted effects
     */
    void add(int rows, double tieWeight, double tieSum) {
        if (tieWeight == 0) {
            return;
        }
        area += tieWeight * (total + tieSum / 2);
        double step = 1.0 / rows;
        for (int row = 1; row <= rows; row++) {
            double share = row * step;
            means += step * tieWeight * (total + share * tieSum) / (weights + share * tieWeight);
        }
        weights += tieWeight;
        total += tieSum;
    }

    /** {@code qini.grf} of the ties so far. */
    double qini() {
        return area / (weights * weights) - total / weights / 2;
    }

    /** {@code autoc.grf} of the ties so far. */
    double autoc() {
        return (means - total) / weights;
    }
}
