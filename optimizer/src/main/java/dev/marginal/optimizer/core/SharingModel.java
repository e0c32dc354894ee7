package dev.marginal.optimizer.core;

import dev.marginal.optimizer.kernel.Columns;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.pricing.Box;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.LinearAnswer;
import dev.marginal.optimizer.solving.ortools.LinearModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How many of each group of twins leave their first set for each of the others, if parts of
 * customers were possible and everyone else kept their choice.
 *
 * <p>One row for each limit, and one for each group with three sets or more; a group with two sets
 * is one column between zero and its size. A row may be passed, or left unused, at the dearest and
 * the cheapest price of a box: that keeps its price inside, and there always is an answer.
 */
final class SharingModel implements AutoCloseable {
    private static final double BEYOND = 3e-3;
    private static final double MICRO = 1e-6;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Instance instance;
    private final Columns columns;
    private final LinearModel model = new LinearModel();
    private final int[] dearest;
    private final int[] cheapest;
    private final List<Group> groups = new ArrayList<>();
    private final long[] growth;

    /**
     * No groups yet.
     *
     * @param columns the rows that twins are rows of
     * @param use what everyone uses with their first set
     */
    SharingModel(Instance instance, Columns columns, long[] use) {
        this.instance = instance;
        this.columns = columns;
        this.growth = new long[use.length];
        this.dearest = new int[use.length];
        this.cheapest = new int[use.length];
        for (int row = 0; row < use.length; row++) {
            double low = instance.hasFloor(row) ? (instance.least(row) - use[row]) : -INFINITY;
            double high = instance.hasCeiling(row) ? (instance.most(row) - use[row]) : INFINITY;
            model.row(low * unit(row), high * unit(row));
            dearest[row] = model.column(0, INFINITY, 0);
            cheapest[row] = model.column(0, INFINITY, 0);
            model.set(row, dearest[row], -1);
            model.set(row, cheapest[row], 1);
        }
    }

    /** Keeps the prices inside a box from now on. */
    void keepWithin(Box box) {
        for (int row = 0; row < dearest.length; row++) {
            double high = box.high()[row] * MICRO / unit(row);
            double low = box.low()[row] * MICRO / unit(row);
            price(dearest[row], -high);
            price(cheapest[row], low);
        }
    }

    private void price(int column, double objective) {
        model.bound(column, 0, Double.isInfinite(objective) ? 0 : INFINITY);
        model.objective(column, Double.isInfinite(objective) ? 0 : objective);
    }

    /** Adds a group, or further sets to one that is there. */
    int add(Twins twins) {
        groups.add(new Group(twins.customers()[0], twins.count()));
        int group = groups.size() - 1;
        for (long set : twins.sets()) {
            add(group, set);
        }
        return group;
    }

    /** Adds a set to a group; the first one added is what everyone in it has. */
    void add(int number, long set) {
        Group group = groups.get(number);
        group.sets.add(set);
        if (group.sets.size() == 1) {
            group.columns.add(-1);
            return;
        }
        long first = group.sets.get(0);
        double value = change(group.row, first, set);
        int column = model.column(0, group.count, value * MICRO);
        group.columns.add(column);
        for (int row = 0; row < growth.length; row++) {
            if (growth[row] != 0) {
                model.set(row, column, growth[row] * unit(row));
            }
        }
        if (group.sets.size() == 3) {
            group.everyone = model.row(-INFINITY, group.count);
            model.set(group.everyone, group.columns.get(1), 1);
        }
        if (group.sets.size() >= 3) {
            model.set(group.everyone, column, 1);
        }
    }

    boolean knows(int group, long set) {
        return groups.get(group).sets.contains(set);
    }

    List<Long> sets(int group) {
        return groups.get(group).sets;
    }

    Optional<LinearAnswer> solve(Deadline deadline) {
        return model.solve(deadline);
    }

    /** The rows' prices in an answer, signed, in micro-units. */
    double[] prices(LinearAnswer answer) {
        double[] prices = new double[dearest.length];
        for (int row = 0; row < prices.length; row++) {
            prices[row] = answer.prices()[row] * unit(row) / MICRO;
        }
        return prices;
    }

    /** Whether an answer keeps every row, and needs no price beyond its box for that. */
    boolean keepsEveryLimit(LinearAnswer answer) {
        for (int row = 0; row < dearest.length; row++) {
            double beyond = answer.values()[dearest[row]] + answer.values()[cheapest[row]];
            long side = instance.hasCeiling(row) ? instance.most(row) : instance.least(row);
            if (beyond > BEYOND * Math.max(1, Math.abs(side * unit(row)))) {
                return false;
            }
        }
        return true;
    }

    /** How many of a group have each of its sets in an answer; sets added since have none. */
    double[] shares(int group, LinearAnswer answer) {
        Group one = groups.get(group);
        double[] shares = new double[one.sets.size()];
        shares[0] = one.count;
        for (int set = 1; set < shares.length; set++) {
            int column = one.columns.get(set);
            shares[set] = column < answer.values().length ? answer.values()[column] : 0;
            shares[0] -= shares[set];
        }
        return shares;
    }

    @Override
    public void close() {
        model.close();
    }

    /** Limits that count sends count in sends, all others in currency. */
    private double unit(int row) {
        return instance.shared().get(row).countsSends() ? 1 : MICRO;
    }

    private double change(int row, long from, long to) {
        Arrays.fill(growth, 0);
        double value = 0;
        for (long left = to & ~from; left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            value += columns.valueMicros(offer, row);
            instance.addUse(row, offer, 1, growth, columns);
        }
        for (long left = from & ~to; left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            value -= columns.valueMicros(offer, row);
            instance.addUse(row, offer, -1, growth, columns);
        }
        return value;
    }

    private static final class Group {
        private final int row;
        private final int count;
        private final List<Long> sets = new ArrayList<>();
        private final List<Integer> columns = new ArrayList<>();
        private int everyone;

        Group(int row, int count) {
            this.row = row;
            this.count = count;
        }
    }
}
