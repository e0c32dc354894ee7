package dev.marginal.optimizer.kernel;

import java.util.Arrays;

/**
 * A few hundred rows at once, column by column, small enough for the first-level cache; scratch
 * space of one thread.
 */
final class Chunk {
    static final int ROWS = 256;

    private final Columns columns;
    private final PersonalLimits personal;
    private final Chooser chooser;
    private final double[][] reduced;
    private final double[] row;
    private final double[] best = new double[ROWS];
    private final long[] chosen = new long[ROWS];
    private int from;
    private int size;

    Chunk(Columns columns, PersonalLimits personal) {
        this.columns = columns;
        this.personal = personal;
        this.chooser = personal.atMostOne() ? null : personal.chooser();
        this.reduced = new double[columns.offers()][ROWS];
        this.row = new double[columns.offers()];
    }

    /** Chooses the best set of each row in {@code from … to − 1}, at most {@link #ROWS} rows. */
    void choose(Rates rates, int from, int to) {
        this.from = from;
        this.size = to - from;
        reduce(rates, reduced);
        if (chooser == null) {
            chooseOne();
        } else {
            for (int i = 0; i < size; i++) {
                chosen[i] = chooser.choose(reduced(i));
            }
        }
    }

    int size() {
        return size;
    }

    /** The set chosen for the chunk's row {@code i}. */
    long chosen(int i) {
        return chosen[i];
    }

    /** The reduced values of the chunk's row {@code i}; overwritten by the next call. */
    double[] reduced(int i) {
        for (int offer = 0; offer < row.length; offer++) {
            row[offer] = reduced[offer][i];
        }
        return row;
    }

    /** Adds up what was chosen. */
    void addTo(Sums sums) {
        for (int i = 0; i < size; i++) {
            for (long left = chosen[i]; left != 0; left &= left - 1) {
                int offer = Long.numberOfTrailingZeros(left);
                sums.add(
                        offer,
                        Columns.micros(columns.value()[offer][from + i]),
                        Columns.micros(columns.cost()[offer][from + i]));
            }
        }
    }

    /** Reduced values of the current rows at other rates; {@code NaN} where never allowed. */
    void reduce(Rates rates, double[][] into) {
        for (int offer = 0; offer < into.length; offer++) {
            if (personal.allows(offer)) {
                reduce(offer, rates, into[offer]);
            } else {
                Arrays.fill(into[offer], 0, size, Double.NaN);
            }
        }
    }

    private void reduce(int offer, Rates rates, double[] into) {
        float[] value = columns.value()[offer];
        float[] cost = columns.cost()[offer];
        double alpha = rates.alpha()[offer];
        double beta = rates.beta()[offer];
        double gamma = rates.gamma()[offer];
        for (int i = 0; i < size; i++) {
            into[i] =
                    alpha * Columns.micros(value[from + i])
                            - beta * Columns.micros(cost[from + i])
                            - gamma;
        }
    }

    private void chooseOne() {
        Arrays.fill(best, 0, size, 0);
        Arrays.fill(chosen, 0, size, 0);
        for (int offer = 0; offer < reduced.length; offer++) {
            double[] column = reduced[offer];
            long bit = 1L << offer;
            for (int i = 0; i < size; i++) {
                if (column[i] > best[i]) {
                    best[i] = column[i];
                    chosen[i] = bit;
                }
            }
        }
    }
}
