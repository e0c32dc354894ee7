package dev.marginal.optimizer.rounding;

import dev.marginal.optimizer.kernel.Columns;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.kernel.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A plan in the making: every customer's set, with the value and the use of every row kept up to
 * date in whole micro-units.
 */
public final class Draft {
    private final Instance instance;
    private final long[] sets;
    private final long[] use;
    private long value;

    /**
     * A draft of these sets, one per customer, which it owns from now on.
     *
     * @param sums what the sets add up to
     */
    public Draft(Instance instance, long[] sets, Sums sums) {
        this.instance = instance;
        this.sets = sets;
        this.use = instance.use(sums);
        this.value = sums.totalValue();
    }

    /** A draft of these sets, added up here. */
    public static Draft of(Instance instance, long[] sets, Workers workers) {
        return new Draft(instance, sets, Sums.of(instance, sets, workers));
    }

    public Instance instance() {
        return instance;
    }

    public long set(int customer) {
        return sets[customer];
    }

    /** Every customer's set, not to be changed. */
    public long[] sets() {
        return sets;
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
        value += gain(customer, set);
        addUse(customer, sets[customer] & ~set, -1, use);
        addUse(customer, set & ~sets[customer], 1, use);
        sets[customer] = set;
    }

    /** What the value would gain if the customer got this set. */
    public long gain(int customer, long set) {
        return valueOf(customer, set & ~sets[customer]) - valueOf(customer, sets[customer] & ~set);
    }

    /** What every row's use would grow by if the customer got this set. */
    public void growth(int customer, long set, long[] growth) {
        Arrays.fill(growth, 0);
        addUse(customer, set & ~sets[customer], 1, growth);
        addUse(customer, sets[customer] & ~set, -1, growth);
    }

    /**
     * How far beyond its ceiling, or negative below its floor, a row's use would be if it grew by
     * this much; 0 if the row would be kept.
     */
    public long overshoot(int row, long growth) {
        long then = use[row] + growth;
        if (then > instance.most(row)) {
            return then - instance.most(row);
        }
        return then < instance.least(row) ? then - instance.least(row) : 0;
    }

    /** Whether no limit stands against one more send: none would be broken, or broken further. */
    public boolean hasRoom(int customer, int offer) {
        for (int row : instance.rowsOf(customer, offer)) {
            long charge = instance.charge(row, offer, customer);
            long over = overshoot(row, charge);
            if (charge > 0 ? over > 0 : charge < 0 && over < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether every row is kept. */
    public boolean keepsEveryLimit() {
        return IntStream.range(0, use.length).allMatch(row -> overshoot(row, 0) == 0);
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
            instance.addUse(customer, Long.numberOfTrailingZeros(left), sign, sums);
        }
    }
}
