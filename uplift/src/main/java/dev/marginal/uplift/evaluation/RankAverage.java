package dev.marginal.uplift.evaluation;

/**
 * Rank-weighted average effects from doubly robust effects: names ending in {@code .grf}
 * (Yadlowsky, Fleming, Shah, Brunskill and Wager 2021, <a
 * href="https://arxiv.org/abs/2111.07966">arXiv:2111.07966</a>).
 */
public final class RankAverage {
    private double weights;
    private double total;
    private double area;

    RankAverage() {}

    /**
     * {@code qini.grf}: the mean over shares q of {@code q (effect of the best q − effect of all)},
     * which is what targeting by the ranking gains over targeting at random, per customer, averaged
     * over all shares. Tied rows take their tie's average effect.
     *
     * @param effect doubly robust effect of each row
     * @param weight of each row
     */
    public static double qini(float[] effect, double[] weight, Ranking ranking) {
        RankAverage average = new RankAverage();
        int place = 0;
        for (int tie = 0; tie < ranking.ties(); tie++) {
            double tieWeight = 0;
            double tieSum = 0;
            for (int end = ranking.end(tie); place < end; place++) {
                int row = ranking.row(place);
                tieWeight += weight[row];
                tieSum += weight[row] * effect[row];
            }
            average.add(tieWeight, tieSum);
        }
        return average.qini();
    }

    /** The next tie: its weight and its weighted effects. */
    void add(double tieWeight, double tieSum) {
        area += tieWeight * (total + tieSum / 2);
        weights += tieWeight;
        total += tieSum;
    }

    /** {@code qini.grf} of the ties so far. */
    double qini() {
        return area / (weights * weights) - total / weights / 2;
    }
}
