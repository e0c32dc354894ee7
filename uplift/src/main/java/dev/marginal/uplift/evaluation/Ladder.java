package dev.marginal.uplift.evaluation;

import java.util.Arrays;

/**
 * The steps by which a fold's rows get treatments, the most worthwhile first.
 *
 * <p>A row's treatments, as points of cost and gain, have a concave hull from (0, 0) on; each step
 * leads from one corner of it to the next, and its worth is the slope there. Every price λ of money
 * cuts the steps where slopes fall below it, and what is taken is then the best that the money
 * spent can buy: the policy argmax gain − λ cost of each row (Sverdrup et al. 2023, <a
 * href="https://arxiv.org/abs/2306.11979">arXiv:2306.11979</a>). Steps of equal worth tie. Since
 * slopes fall along a hull, a row's steps come in their order, or in one tie.
 */
final class Ladder {
    private final int[] row;
    private final byte[] to;
    private final double[] cost;
    private float[] worth;
    private int steps;
    private Ranking ranking;

    private Ladder(int capacity) {
        row = new int[capacity];
        to = new byte[capacity];
        cost = new double[capacity];
        worth = new float[capacity];
    }

    /**
     * The steps along every row's hull that gain more than {@code leastReturn} times their cost.
     *
     * @param rows of one fold
     * @param weight of all rows of the sample
     */
    static Ladder ofHulls(
            int[] rows, int treatments, Prospects prospects, double[] weight, double leastReturn) {
        Ladder ladder = new Ladder(rows.length * treatments);
        for (int each : rows) {
            double gain = 0;
            double cost = 0;
            for (int next = 0; next >= 0; ) {
                next = next(each, treatments, prospects, gain, cost, leastReturn);
                if (next >= 0) {
                    double more = prospects.cost(next, each) - cost;
                    double slope = slope(prospects.gain(next, each) - gain, more);
                    ladder.add(each, next, weight[each] * more, (float) slope);
                    gain = prospects.gain(next, each);
                    cost = prospects.cost(next, each);
                }
            }
        }
        return ladder.sorted();
    }

    /** One step per row, to one treatment, the highest score first, whatever it gains. */
    static Ladder ofScores(
            int[] rows, int treatment, Prospects prospects, double[] weight, float[] score) {
        Ladder ladder = new Ladder(rows.length);
        for (int each : rows) {
            double cost = weight[each] * prospects.cost(treatment, each);
            ladder.add(each, treatment, cost, score[each]);
        }
        return ladder.sorted();
    }

    /** The treatment at the next corner of a row's hull; -1 at its end. */
    private static int next(
            int row,
            int treatments,
            Prospects prospects,
            double gain,
            double cost,
            double leastReturn) {
        int best = -1;
        double steepest = 0;
        double farthest = 0;
        for (int t = 0; t < treatments; t++) {
            double more = prospects.gain(t, row) - gain;
            double dearer = prospects.cost(t, row) - cost;
            double slope = slope(more, dearer);
            boolean better = slope > steepest || slope == steepest && more > farthest;
            if (dearer >= 0 && more > 0 && slope > leastReturn && better) {
                best = t;
                steepest = slope;
                farthest = more;
            }
        }
        return best;
    }

    private static double slope(double gain, double cost) {
        return cost > 0 ? gain / cost : Double.POSITIVE_INFINITY;
    }

    private void add(int toRow, int treatment, double weightedCost, float slope) {
        row[steps] = toRow;
        to[steps] = (byte) treatment;
        cost[steps] = weightedCost;
        worth[steps] = slope;
        steps++;
    }

    private Ladder sorted() {
        ranking = Ranking.by(Arrays.copyOf(worth, steps));
        worth = null;
        return this;
    }

    int ties() {
        return ranking.ties();
    }

    /** The place after the last step of a tie. */
    int end(int tie) {
        return ranking.end(tie);
    }

    int row(int place) {
        return row[ranking.row(place)];
    }

    /** The treatment to which the step leads. */
    int to(int place) {
        return to[ranking.row(place)];
    }

    /** The cost of the step times the row's weight. */
    double cost(int place) {
        return cost[ranking.row(place)];
    }
}
