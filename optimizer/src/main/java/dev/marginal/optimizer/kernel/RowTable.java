package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.tables.Requires;
import java.util.Arrays;
import java.util.List;

/**
 * What one send of an offer to a customer of a cell counts for: the rows, and for each of them the
 * weights of a send, of its cost, of its value, and of its measures.
 *
 * <p>With {@code w} the weights of row j, the send uses {@code w₀ + w₁·cost + w₂·value + Σ
 * w₃₊ₖ·measure k} of it, in whole micro-units.
 */
final class RowTable {
    static final int SENDS = 0;
    static final int COST = 1;
    static final int VALUE = 2;
    static final int MEASURES = 3;

    private final int offers;
    private final int kinds;
    private final int[][] rows;
    private final long[][] weights;

    private RowTable(int offers, int kinds, int[][] rows, long[][] weights) {
        this.offers = offers;
        this.kinds = kinds;
        this.rows = rows;
        this.weights = weights;
    }

    static RowTable of(OfferBook book, List<Limit.Shared> limits, Cells cells) {
        int offers = book.offers().size();
        int kinds = MEASURES + book.measures().size();
        int[][] rows = new int[cells.count() * offers][0];
        long[][] weights = new long[cells.count() * offers][0];
        for (int row = 0; row < limits.size(); row++) {
            for (Limit.Part part : limits.get(row).parts()) {
                int kind = kind(part.charge(), book.measures());
                for (int cell = 0; cell < cells.count(); cell++) {
                    if (!cells.isIn(cell, part.where())) {
                        continue;
                    }
                    for (int offer = 0; offer < offers; offer++) {
                        if (part.offers().contains(offer)) {
                            int place = cell * offers + offer;
                            int at = entry(place, row, kinds, rows, weights);
                            weights[place][at * kinds + kind] += part.weight();
                        }
                    }
                }
            }
        }
        return new RowTable(offers, kinds, rows, weights);
    }

    private static int entry(int place, int row, int kinds, int[][] rows, long[][] weights) {
        int last = rows[place].length - 1;
        if (last >= 0 && rows[place][last] == row) {
            return last;
        }
        rows[place] = Arrays.copyOf(rows[place], last + 2);
        rows[place][last + 1] = row;
        weights[place] = Arrays.copyOf(weights[place], (last + 2) * kinds);
        return last + 1;
    }

    private static int kind(Charge charge, List<Measure> measures) {
        if (charge.equals(Charge.SENDS)) {
            return SENDS;
        }
        if (charge.isMoney()) {
            return charge.equals(Charge.COST) ? COST : VALUE;
        }
        List<String> names = measures.stream().map(Measure::name).toList();
        Requires.require(names.contains(charge.name()), "charge", charge, "one of " + names);
        return MEASURES + names.indexOf(charge.name());
    }

    int kinds() {
        return kinds;
    }

    /** The rows that a send counts in, ascending. */
    int[] rows(int cell, int offer) {
        return rows[cell * offers + offer];
    }

    /** Weights of the rows in their order, {@link #kinds} for each. */
    long[] weights(int cell, int offer) {
        return weights[cell * offers + offer];
    }

    /** What one send uses of the {@code i}-th of its rows. */
    long charge(int i, int offer, int at, Columns of) {
        long[] weights = weights(of.cell()[at], offer);
        int first = i * kinds;
        long charge = weights[first + SENDS];
        charge += weighted(weights[first + COST], of.cost()[offer][at]);
        charge += weighted(weights[first + VALUE], of.value()[offer][at]);
        for (int kind = MEASURES; kind < kinds; kind++) {
            charge += weighted(weights[first + kind], of.measures()[kind - MEASURES][offer][at]);
        }
        return charge;
    }

    private static long weighted(long weight, float amount) {
        return weight == 0 ? 0 : weight * (long) Columns.micros(amount);
    }

    /** What choices with these sums use of every row. */
    long[] use(Sums sums, int count) {
        long[] use = new long[count];
        for (int place = 0; place < rows.length; place++) {
            for (int i = 0; i < rows[place].length && sums.sends()[place] > 0; i++) {
                use[rows[place][i]] += use(i, place, sums);
            }
        }
        return use;
    }

    /** What a send uses of every row it counts in, on average; 0 where no send does. */
    double[] typicalUse(Sums sums, int count) {
        double[] use = new double[count];
        long[] sends = new long[count];
        for (int place = 0; place < rows.length; place++) {
            for (int i = 0; i < rows[place].length; i++) {
                use[rows[place][i]] += Math.abs((double) use(i, place, sums));
                sends[rows[place][i]] += sums.sends()[place];
            }
        }
        for (int row = 0; row < count; row++) {
            use[row] /= Math.max(1, sends[row]);
        }
        return use;
    }

    private long use(int i, int place, Sums sums) {
        int first = i * kinds;
        long[] own = weights[place];
        long use =
                own[first + SENDS] * sums.sends()[place]
                        + own[first + COST] * sums.cost()[place]
                        + own[first + VALUE] * sums.value()[place];
        for (int kind = MEASURES; kind < kinds; kind++) {
            use += own[first + kind] * sums.measures()[kind - MEASURES][place];
        }
        return use;
    }
}
