package dev.marginal.optimizer.kernel;

import java.util.Arrays;

/**
 * A few hundred rows at once, column by column, small enough for the first-level cache; scratch
 * space of one thread.
 *
 * <p>Where a customer may get one offer only, or a few whichever they are, the best are found
 * without branching: a positive double's bits grow with it, so the larger of two longs is the
 * larger number; the lowest six bits hold the offer's number instead, which costs a relative
 * precision of 2<sup>-46</sup> ({@code pricing.Bound} allows for it).
 */
final class Chunk {
    static final int ROWS = 256;

    private static final long NUMBER = 63;

    /** Best offers are kept in order up to so many. */
    private static final int MOST_FEW = 4;

    /** Carries the bits of a NaN over into a negative number. */
    private static final long STEP = 1L << 52;

    private static final long NONE = STEP | NUMBER;

    private final Columns columns;
    private final Families families;
    private final Choosers choosers;
    private final double[][] reduced;
    private final double[] row;
    private final int few;
    private final long[][] best;
    private final long[] chosen = new long[ROWS];
    private final double[] worth = new double[ROWS];
    private final double[] price = new double[ROWS];
    private int from;
    private int size;

    Chunk(Columns columns, Families families) {
        this.columns = columns;
        this.families = families;
        this.choosers = Choosers.of(families);
        this.reduced = new double[columns.offers()][ROWS];
        this.row = new double[columns.offers()];
        this.few = families.atMostOne() ? 1 : families.mostInAll();
        this.best = new long[few <= MOST_FEW ? few : 0][ROWS];
    }

    /** Chooses the best set of each row in {@code from … to − 1}, at most {@link #ROWS} rows. */
    void choose(Rates rates, int from, int to) {
        this.from = from;
        this.size = to - from;
        reduce(rates);
        if (few <= MOST_FEW) {
            chooseFew();
        } else if (families.isFree()) {
            chooseFreely();
        } else if (families.count() == 1) {
            chooseAlike(choosers.get(0));
        } else {
            for (int i = 0; i < size; i++) {
                chosen[i] = choosers.of(columns, from + i).choose(reduced(i));
            }
        }
    }

    private void chooseAlike(Chooser chooser) {
        for (int i = 0; i < size; i++) {
            chosen[i] = chooser.choose(reduced(i));
        }
    }

    int size() {
        return size;
    }

    /** The family of the chunk's row {@code i}. */
    int family(int i) {
        return columns.family(from + i);
    }

    /** The set chosen for the chunk's row {@code i}. */
    long chosen(int i) {
        return chosen[i];
    }

    /** The reduced values by offer and row; overwritten by the next call. */
    double[][] reduced() {
        return reduced;
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
                sums.add(columns, Long.numberOfTrailingZeros(left), from + i);
            }
        }
    }

    /** Adds up what was chosen for rows that are not marked. */
    void addTo(Sums sums, boolean[] except, int row) {
        for (int i = 0; i < size; i++) {
            for (long left = except[row + i] ? 0 : chosen[i]; left != 0; left &= left - 1) {
                sums.add(columns, Long.numberOfTrailingZeros(left), from + i);
            }
        }
    }

    /** How far every reduced value of these rows may move, by offer and row. */
    void spread(Rates reach, double[][] into) {
        char[] cell = columns.cell();
        for (int offer = 0; offer < into.length; offer++) {
            float[] value = columns.value()[offer];
            float[] cost = columns.cost()[offer];
            double[] alpha = reach.alpha()[offer];
            double[] beta = reach.beta()[offer];
            double[] gamma = reach.gamma()[offer];
            for (int i = 0; i < size; i++) {
                int at = cell[from + i];
                into[offer][i] =
                        1e6 * (alpha[at] * Math.abs(value[from + i]) + beta[at] * cost[from + i])
                                + gamma[at];
            }
            for (int measure = 0; measure < columns.measures().length; measure++) {
                float[] amount = columns.measures()[measure][offer];
                double[] delta = reach.delta()[measure][offer];
                for (int i = 0; i < size; i++) {
                    into[offer][i] += 1e6 * delta[cell[from + i]] * Math.abs(amount[from + i]);
                }
            }
        }
    }

    private void reduce(Rates rates) {
        for (int offer = 0; offer < reduced.length; offer++) {
            if (!families.allows(offer)) {
                Arrays.fill(reduced[offer], 0, size, Double.NaN);
                continue;
            }
            if (rates.isPlain(offer)) {
                reduceInOneCell(offer, rates);
            } else {
                reduce(offer, rates);
            }
            if (families.differOn(offer)) {
                forbid(offer);
            }
        }
    }

    private void forbid(int offer) {
        char[] family = columns.family();
        double[] into = reduced[offer];
        for (int i = 0; i < size; i++) {
            into[i] = families.get(family[from + i]).allows(offer) ? into[i] : Double.NaN;
        }
    }

    private void reduceInOneCell(int offer, Rates rates) {
        float[] value = columns.value()[offer];
        float[] cost = columns.cost()[offer];
        double[] into = reduced[offer];
        double beta = rates.beta()[offer][0];
        double gamma = rates.gamma()[offer][0];
        for (int i = 0; i < size; i++) {
            into[i] =
                    Columns.micros(value[from + i]) - beta * Columns.micros(cost[from + i]) - gamma;
        }
    }

    /** Rounds before it looks cells up: the one runs in vector instructions, the other cannot. */
    private void reduce(int offer, Rates rates) {
        round(columns.value()[offer], worth);
        round(columns.cost()[offer], price);
        char[] cell = columns.cell();
        double[] into = reduced[offer];
        double[] alpha = rates.alpha()[offer];
        double[] beta = rates.beta()[offer];
        double[] gamma = rates.gamma()[offer];
        for (int i = 0; i < size; i++) {
            int at = cell[from + i];
            into[i] = alpha[at] * worth[i] - beta[at] * price[i] - gamma[at];
        }
        for (int measure = 0; measure < columns.measures().length; measure++) {
            float[] amount = columns.measures()[measure][offer];
            double[] delta = rates.delta()[measure][offer];
            for (int i = 0; i < size; i++) {
                into[i] -= delta[cell[from + i]] * Columns.micros(amount[from + i]);
            }
        }
    }

    private void round(float[] column, double[] into) {
        for (int i = 0; i < size; i++) {
            into[i] = Columns.micros(column[from + i]);
        }
    }

    private void chooseFew() {
        for (long[] rank : best) {
            Arrays.fill(rank, 0, size, NONE);
        }
        for (int offer = 0; offer < reduced.length; offer++) {
            rank(reduced[offer], NUMBER - offer);
        }
        Arrays.fill(chosen, 0, size, 0);
        for (long[] rank : best) {
            for (int i = 0; i < size; i++) {
                boolean none = (rank[i] | NUMBER) == NONE;
                chosen[i] |= none ? 0 : 1L << NUMBER - (rank[i] & NUMBER);
            }
        }
    }

    /** Puts an offer where it belongs among the best ones. */
    private void rank(double[] column, long number) {
        long[] first = best[0];
        if (few == 1) {
            for (int i = 0; i < size; i++) {
                first[i] = Math.max(first[i], coded(column[i], number));
            }
        } else if (few == 2) {
            long[] second = best[1];
            for (int i = 0; i < size; i++) {
                long coded = coded(column[i], number);
                second[i] = Math.max(second[i], Math.min(first[i], coded));
                first[i] = Math.max(first[i], coded);
            }
        } else {
            for (int i = 0; i < size; i++) {
                long coded = coded(column[i], number);
                for (long[] rank : best) {
                    long better = Math.max(rank[i], coded);
                    coded = Math.min(rank[i], coded);
                    rank[i] = better;
                }
            }
        }
    }

    private static long coded(double reduced, long number) {
        return Double.doubleToRawLongBits(reduced) + STEP & ~NUMBER | number;
    }

    private void chooseFreely() {
        Arrays.fill(chosen, 0, size, 0);
        for (int offer = 0; offer < reduced.length; offer++) {
            double[] column = reduced[offer];
            long bit = 1L << offer;
            for (int i = 0; i < size; i++) {
                chosen[i] |= column[i] > 0 ? bit : 0;
            }
        }
    }
}
