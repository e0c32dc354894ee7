package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The numbers that a pass reads: a book's columns, or those of some of its customers.
 *
 * @param value {@code [offer][row]} in currency; {@code NaN} where the offer is not allowed
 * @param cost {@code [offer][row]} in currency
 * @param measures {@code [measure][offer][row]}
 * @param cell {@code [row]}
 * @param family {@code [row]}: number of the row's {@link PersonalLimits} among the {@link
 *     Families}; empty where there is only one
 */
public record Columns(
        float[][] value, float[][] cost, float[][][] measures, char[] cell, char[] family)
        implements Serializable {
    private static final int MANY = 1 << 14;

    /** The columns of a whole book, shared and not copied. */
    static Columns of(OfferBook book, Cells cells, Families families) {
        float[][][] measures =
                book.measures().stream().map(Measure::amount).toArray(float[][][]::new);
        return new Columns(book.value(), book.cost(), measures, cells.of(), families.of());
    }

    /** The rows of some columns of the same offers and measures, one after the other. */
    public static Columns of(List<Columns> parts) {
        Columns first = parts.get(0);
        float[][][] measures = new float[first.measures.length][][];
        for (int measure = 0; measure < measures.length; measure++) {
            int one = measure;
            measures[measure] = joined(parts.stream().map(part -> part.measures[one]).toList());
        }
        return new Columns(
                joined(parts.stream().map(Columns::value).toList()),
                joined(parts.stream().map(Columns::cost).toList()),
                measures,
                joined(parts, Columns::cell),
                joined(parts, Columns::family));
    }

    /** The rows of some {@code [offer][row]} columns of the same offers, one after the other. */
    private static float[][] joined(List<float[][]> parts) {
        int rows = parts.stream().mapToInt(part -> part[0].length).sum();
        float[][] all = new float[parts.get(0).length][rows];
        int row = 0;
        for (float[][] part : parts) {
            for (int offer = 0; offer < all.length; offer++) {
                System.arraycopy(part[offer], 0, all[offer], row, part[offer].length);
            }
            row += part[0].length;
        }
        return all;
    }

    private static char[] joined(List<Columns> parts, Function<Columns, char[]> column) {
        char[] all = new char[parts.stream().mapToInt(part -> column.apply(part).length).sum()];
        int row = 0;
        for (Columns part : parts) {
            char[] own = column.apply(part);
            System.arraycopy(own, 0, all, row, own.length);
            row += own.length;
        }
        return all;
    }

    /** How many offers. */
    public int offers() {
        return value.length;
    }

    /** How many rows. */
    public int rows() {
        return cell.length;
    }

    /** A copy of these rows, in this order. */
    public Columns gather(int[] rows) {
        float[][][] gathered = new float[measures.length][][];
        for (int measure = 0; measure < gathered.length; measure++) {
            gathered[measure] = gather(measures[measure], rows);
        }
        char[] families = family.length == 0 ? family : gather(family, rows);
        return new Columns(
                gather(value, rows), gather(cost, rows), gathered, gather(cell, rows), families);
    }

    /**
     * These rows of other columns, without measures; what is the same array there is not read
     * again.
     *
     * @param rows of which all columns these are
     */
    Columns again(int[] rows, Columns before, Columns now) {
        float[][] values = value.clone();
        float[][] costs = cost.clone();
        for (int offer = 0; offer < values.length; offer++) {
            if (now.value[offer] != before.value[offer]) {
                values[offer] = gather(now.value[offer], rows);
            }
            if (now.cost[offer] != before.cost[offer]) {
                costs[offer] = gather(now.cost[offer], rows);
            }
        }
        return now.of(rows, values, costs);
    }

    /** Some rows whose values and costs are at hand; without measures. */
    Columns of(int[] rows, float[][] values, float[][] costs) {
        char[] families = family.length == 0 ? family : gather(family, rows);
        return new Columns(values, costs, new float[0][][], gather(cell, rows), families);
    }

    /** The same, copied by several threads. */
    public Columns gather(int[] rows, Workers workers) {
        if (rows.length < MANY || measures.length > 0) {
            return gather(rows);
        }
        float[][] values = new float[offers()][];
        float[][] costs = new float[offers()][];
        workers.forEach(
                2 * offers(),
                column -> {
                    int offer = column / 2;
                    if (column % 2 == 0) {
                        values[offer] = gather(value[offer], rows);
                    } else {
                        costs[offer] = gather(cost[offer], rows);
                    }
                });
        char[] families = family.length == 0 ? family : gather(family, rows);
        return new Columns(values, costs, measures, gather(cell, rows), families);
    }

    /** The number of the row's family. */
    int family(int row) {
        return family.length == 0 ? 0 : family[row];
    }

    /** Whether the offer may be sent to the row's customer at all. */
    public boolean allows(int offer, int row) {
        return !Float.isNaN(value[offer][row]);
    }

    /** Value of one send in micro-units; meaningless where the offer is not allowed. */
    public long valueMicros(int offer, int row) {
        return (long) micros(value[offer][row]);
    }

    /** Expected cost of one send in micro-units. */
    public long costMicros(int offer, int row) {
        return (long) micros(cost[offer][row]);
    }

    /** A measure of one send in millionths. */
    public long measureMicros(int measure, int offer, int row) {
        return (long) micros(measures[measure][offer][row]);
    }

    /** The reduced values of one row; {@code NaN} where the offer is not allowed. */
    public void reduce(Rates rates, int row, double[] into) {
        for (int offer = 0; offer < into.length; offer++) {
            into[offer] = reduced(rates, offer, row);
        }
    }

    double reduced(Rates rates, int offer, int row) {
        return reduced(rates, offer, row, cell[row]);
    }

    /** The same as if the row were in another cell. */
    double reduced(Rates rates, int offer, int row, int at) {
        double reduced =
                rates.alpha()[offer][at] * micros(value[offer][row])
                        - rates.beta()[offer][at] * micros(cost[offer][row])
                        - rates.gamma()[offer][at];
        for (int measure = 0; measure < measures.length; measure++) {
            reduced -= rates.delta()[measure][offer][at] * micros(measures[measure][offer][row]);
        }
        return reduced;
    }

    /**
     * Equals {@link OfferBook#micros} for every float below 2^53 micro-units: a float times a
     * million is exact in double, and so is the half added to it wherever it matters.
     */
    static double micros(float amount) {
        return Math.floor(amount * (double) OfferBook.MICROS + 0.5);
    }

    private static char[] gather(char[] column, int[] rows) {
        char[] gathered = new char[rows.length];
        for (int i = 0; i < rows.length; i++) {
            gathered[i] = column[rows[i]];
        }
        return gathered;
    }

    private static float[][] gather(float[][] columns, int[] rows) {
        return Arrays.stream(columns).map(one -> gather(one, rows)).toArray(float[][]::new);
    }

    static float[] gather(float[] column, int[] rows) {
        float[] gathered = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            gathered[i] = column[rows[i]];
        }
        return gathered;
    }
}
