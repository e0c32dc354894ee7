package dev.marginal.optimizer.kernel;

import java.util.Arrays;

/**
 * How fast the use of every row falls as prices rise: the second derivative of the dual, as far as
 * it has one, estimated from the customers who are nearly indifferent.
 *
 * <p>A customer whose nearest other set S′ loses r changes to it when the prices of d = use(S) −
 * use(S′) rise by more than r. With the density of r near zero taken from all r below a
 * <em>temperature</em> τ by a triangular kernel, the derivative is
 *
 * <pre>{@code H = Σ over r < τ of (1 − r/τ) / τ · d dᵀ}</pre>
 *
 * <p>Uses count in units of their rows, and the products are rounded to whole numbers before they
 * are added, so that no order of adding changes the sum.
 */
public final class Curvature {
    private static final double ONE = 1 << 20;

    private final Instance instance;
    private final double[] unit;
    private final double temperature;
    private final long[] sums;
    private final long[] use;
    private final int[] touched;
    private long near;

    /**
     * Nothing yet.
     *
     * @param unit per row, such that a customer's use divided by it is about one
     * @param temperature in micro-units of reduced value
     */
    public Curvature(Instance instance, double[] unit, double temperature) {
        this.instance = instance;
        this.unit = unit;
        this.temperature = temperature;
        this.sums = new long[unit.length * (unit.length + 1) / 2];
        this.use = new long[unit.length];
        this.touched = new int[unit.length];
    }

    /** Such as the constructor's. */
    public double[] unit() {
        return unit;
    }

    /** In micro-units of reduced value. */
    public double temperature() {
        return temperature;
    }

    /** What was counted, as whole numbers that may be added to those of other customers. */
    public long[] counts() {
        long[] counts = Arrays.copyOf(sums, sums.length + 1);
        counts[sums.length] = near;
        return counts;
    }

    /** Counts what was counted elsewhere, with the same units and temperature. */
    public void add(long[] counts) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += counts[i];
        }
        near += counts[sums.length];
    }

    Curvature fresh() {
        return new Curvature(instance, unit, temperature);
    }

    /** Whether a row that is so far away from another set counts at all. */
    boolean counts(double regret) {
        return regret < temperature;
    }

    /** Counts a row of the columns that is {@code regret} away from another set. */
    void add(Columns columns, int at, long set, long other, double regret) {
        near++;
        for (long left = set & ~other; left != 0; left &= left - 1) {
            instance.addUse(at, Long.numberOfTrailingZeros(left), 1, use, columns);
        }
        for (long left = other & ~set; left != 0; left &= left - 1) {
            instance.addUse(at, Long.numberOfTrailingZeros(left), -1, use, columns);
        }
        int count = touched(columns.cell()[at], set ^ other);
        double weight = ONE * (1 - regret / temperature);
        for (int i = 0; i < count; i++) {
            int row = touched[i];
            double one = weight * (use[row] / unit[row]);
            int first = row * (row + 1) / 2;
            for (int j = 0; j <= i; j++) {
                int column = touched[j];
                sums[first + column] += Math.round(one * (use[column] / unit[column]));
            }
        }
        for (int i = 0; i < count; i++) {
            use[touched[i]] = 0;
        }
    }

    /** The rows with some use, ascending; all others are zero. */
    private int touched(int cell, long offers) {
        int count = 0;
        for (long left = offers; left != 0; left &= left - 1) {
            for (int row : instance.rowsIn(cell, Long.numberOfTrailingZeros(left))) {
                if (use[row] != 0) {
                    count = insert(row, count);
                }
            }
        }
        return count;
    }

    private int insert(int row, int count) {
        int place = count;
        while (place > 0 && touched[place - 1] > row) {
            place--;
        }
        if (place > 0 && touched[place - 1] == row) {
            return count;
        }
        System.arraycopy(touched, place, touched, place + 1, count - place);
        touched[place] = row;
        return count + 1;
    }

    void add(Curvature other) {
        near += other.near;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
        }
    }

    /** How many customers were near enough to count. */
    public long near() {
        return near;
    }

    /** One entry, in the rows' units per micro-unit of value. */
    public double at(int row, int column) {
        int high = Math.max(row, column);
        int low = Math.min(row, column);
        return sums[high * (high + 1) / 2 + low] / (ONE * temperature);
    }
}
