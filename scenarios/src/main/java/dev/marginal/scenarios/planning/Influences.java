package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.kernel.Agreement;
import dev.marginal.scenarios.Measurement;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.stream.IntStream;

/**
 * Adds up what held-out customers say of a plan: for each kind of send, the mean effect of the rows
 * that would get it, and how much each row's customer could move that.
 *
 * <p>A row that is picked for some offers moves the estimate by {@code w Σ (sends / Σw) (effect −
 * mean)}, over these offers and all cells in which it is picked for them: {@code w Σ (slope ·
 * effect − level)} over its offers alone.
 */
final class Influences {
    private final HistoryCustomers customers;
    private final double[] rowWeight;
    private final float[][] effect;
    private final double[][] slope;
    private final double[][] level;
    private final double[] influence;
    private final boolean[] counts;
    private double total;
    private boolean isEmpty = true;

    /**
     * Nothing yet.
     *
     * @param effect {@code [offer][row]}
     */
    Influences(HistoryCustomers customers, OutOfFoldScores history, float[][] effect, int cells) {
        this.customers = customers;
        this.rowWeight = history.weight();
        this.effect = effect;
        this.slope = new double[cells][effect.length];
        this.level = new double[cells][effect.length];
        this.influence = new double[customers.number().length];
        this.counts = new boolean[influence.length];
    }

    /** Counts a cell's sends of an offer as worth the mean effect of the rows that are picked. */
    void count(int cell, int offer, long sends, Evidence evidence) {
        double mean = evidence.mean(cell, offer);
        slope[cell][offer] = sends / evidence.weight(cell, offer);
        level[cell][offer] = slope[cell][offer] * mean;
        total += sends * mean;
        isEmpty &= evidence.rows(cell, offer) == 0;
    }

    /** Adds what rows can move in the cells in which they are picked alike. */
    void add(Agreement picked) {
        double[] slopes = new double[effect.length];
        double[] levels = new double[effect.length];
        long counted = 0;
        for (int cell : picked.places()) {
            for (int offer = 0; offer < effect.length; offer++) {
                slopes[offer] += slope[cell][offer];
                levels[offer] += level[cell][offer];
                counted |= slope[cell][offer] != 0 ? 1L << offer : 0;
            }
        }
        for (int i = 0; i < picked.rows().length; i++) {
            long set = picked.sets()[i] & counted;
            if (set != 0) {
                add(picked.rows()[i], set, slopes, levels);
            }
        }
    }

    private void add(int row, long set, double[] slopes, double[] levels) {
        double sum = 0;
        for (long left = set; left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            sum += slopes[offer] * effect[offer][row] - levels[offer];
        }
        int place = customers.placeOf()[row];
        influence[place] += rowWeight[row] * sum;
        counts[place] = true;
    }

    /** Whether nothing was counted. */
    boolean isEmpty() {
        return isEmpty;
    }

    /** All that was counted. */
    Measurement measurement() {
        int[] places = IntStream.range(0, counts.length).filter(place -> counts[place]).toArray();
        return new Measurement(
                total,
                IntStream.of(places).map(place -> customers.number()[place]).toArray(),
                IntStream.of(places).mapToDouble(place -> influence[place]).toArray());
    }
}
