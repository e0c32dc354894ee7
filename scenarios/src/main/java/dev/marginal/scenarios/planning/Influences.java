package dev.marginal.scenarios.planning;

import dev.marginal.scenarios.Measurement;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Adds up what held-out customers say of a plan: for each kind of send, the mean effect of the rows
 * that would get it, and how much each row's customer could move that.
 */
final class Influences {
    private final OutOfFoldScores history;
    private final int[] customers;
    private final int[] placeOf;
    private final double[] influence;
    private final boolean[] counts;
    private double total;
    private boolean isEmpty = true;

    Influences(OutOfFoldScores history) {
        this.history = history;
        this.customers = IntStream.of(history.group()).sorted().distinct().toArray();
        this.placeOf = new int[history.rows()];
        for (int row = 0; row < placeOf.length; row++) {
            placeOf[row] = Arrays.binarySearch(customers, history.group()[row]);
        }
        this.influence = new double[customers.length];
        this.counts = new boolean[customers.length];
    }

    /** Counts so many sends as worth the mean effect of some rows. */
    void add(int[] rows, float[] effect, long sends) {
        double weight = 0;
        double sum = 0;
        for (int row : rows) {
            weight += history.weight()[row];
            sum += history.weight()[row] * effect[row];
        }
        double mean = sum / weight;
        for (int row : rows) {
            influence[placeOf[row]] +=
                    sends * history.weight()[row] * (effect[row] - mean) / weight;
            counts[placeOf[row]] = true;
        }
        total += sends * mean;
        isEmpty &= rows.length == 0;
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
                IntStream.of(places).map(place -> customers[place]).toArray(),
                IntStream.of(places).mapToDouble(place -> influence[place]).toArray());
    }
}
