package dev.marginal.uplift.evaluation;

import java.util.stream.IntStream;

/**
 * The doubly robust effects of all rows, the best rows first, laid out for many passes as in {@link
 * RankedArms}. Gives what {@link RankAverage} gives, to the bit.
 */
final class RankedEffects {
    private final int[] customer;
    private final double[] weight;
    private final float[] effect;
    private final int[] ends;

    private RankedEffects(int rows, int[] ends) {
        this.customer = new int[rows];
        this.weight = new double[rows];
        this.effect = new float[rows];
        this.ends = ends;
    }

    /** A treatment's effects (0 is the first) by a ranking. */
    static RankedEffects of(Sample sample, int treatment, Ranking ranking) {
        int[] ends = IntStream.range(0, ranking.ties()).map(ranking::end).toArray();
        RankedEffects ranked = new RankedEffects(ranking.rows(), ends);
        float[] effect = sample.outOfFold().effect()[treatment];
        for (int place = 0; place < ranking.rows(); place++) {
            int row = ranking.row(place);
            ranked.customer[place] = sample.clusters().ofRow()[row];
            ranked.weight[place] = sample.weight()[row];
            ranked.effect[place] = effect[row];
        }
        return ranked;
    }

    /**
     * The averages of a replicate.
     *
     * @param times how often each customer counts, 0 or 1
     */
    RankAverage average(byte[] times) {
        RankAverage average = new RankAverage();
        int place = 0;
        for (int end : ends) {
            int rows = 0;
            double tieWeight = 0;
            double tieSum = 0;
            for (; place < end; place++) {
                int drawn = times[customer[place]];
                rows += drawn;
                tieWeight += drawn * weight[place];
                tieSum += drawn * weight[place] * effect[place];
            }
            average.add(rows, tieWeight, tieSum);
        }
        return average;
    }
}
