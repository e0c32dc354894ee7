package dev.marginal.optimizer.rounding;

import dev.marginal.optimizer.kernel.Columns;
import dev.marginal.optimizer.kernel.Instance;
import java.util.Arrays;

/**
 * A plan in the making: every customer's set, with the value and the use of every row kept up to
 * date in whole micro-units.
 */
public final class Draft {
    private final Instance instance;
    private final long[] sets;
    private final long[] use;
    private long value;

    /** A draft of these sets, one per customer, which it owns from now on. */
    public Draft(Instance instance, long[] sets) {
        this.instance = instance;
        this.sets = sets;
        this.use = new long[instance.rows()];
        for (int customer = 0; customer < sets.length; customer++) {
            value += valueOf(customer, sets[customer]);
            addUse(customer, sets[customer], 1, use);
        }
    }

    public Instance instance() {
        return instance;
    }

    public long set(int customer) {
        return sets[customer];
    }

    /** Value in micro-units. */
    public long value() {
        return value;
    }

    public long use(int row) {
        return use[row];
    }

    /** Gives the customer another set. */
    public void give(int customer, long set) {
        value += valueOf(customer, set) - valueOf(customer, sets[customer]);
        addUse(customer, sets[customer], -1, use);
        addUse(customer, set, 1, use);
        sets[customer] = set;
    }

    /** What the value would gain if the customer got this set. */
    public long gain(int customer, long set) {
        return valueOf(customer, set) - valueOf(customer, sets[customer]);
    }

    /** What every row's use would grow by if the customer got this set. */
    public void growth(int customer, long set, long[] growth) {
        Arrays.fill(growth, 0);
        addUse(customer, set & ~sets[customer], 1, growth);
        addUse(customer, sets[customer] & ~set, -1, growth);
    }

    /** Whether every row would be kept if its use grew by this much. */
    public boolean fits(long[] growth) {
        for (int row = 0; row < use.length; row++) {
            long then = use[row] + growth[row];
            if (then > instance.most(row) || then < instance.least(row)) {
                return false;
            }
        }
        return true;
    }

    /** Whether no ceiling stands against one more send. */
    public boolean hasRoom(int customer, int offer) {
        for (int row : instance.rowsOf(customer, offer)) {
            if (use[row] > instance.most(row) - instance.charge(row, offer, customer)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every row is kept. */
    public boolean keepsEveryLimit() {
        return fits(new long[use.length]);
    }

    /** How far rows would be from being kept, each as a share of its limit; 0 if all are kept. */
    double violation(long[] growth) {
        double violation = 0;
        for (int row = 0; row < use.length; row++) {
            long then = use[row] + growth[row];
            if (then > instance.most(row)) {
                violation += (then - instance.most(row)) / size(instance.most(row));
            } else if (then < instance.least(row)) {
                violation += (instance.least(row) - then) / size(instance.least(row));
            }
        }
        return violation;
    }

    private static double size(long side) {
        return Math.max(1.0, Math.abs((double) side));
    }

    private long valueOf(int customer, long set) {
        Columns columns = instance.columns();
        long sum = 0;
        for (long left = set; left != 0; left &= left - 1) {
            sum += columns.valueMicros(Long.numberOfTrailingZeros(left), customer);
        }
        return sum;
    }

    private void addUse(int customer, long set, int sign, long[] sums) {
        for (long left = set; left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            instance.addUse(customer, offer, sign, sums);
        }
    }
}
