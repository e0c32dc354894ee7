package dev.marginal.optimizer.rounding;

import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.LinearAnswer;
import dev.marginal.optimizer.solving.ortools.LinearModel;
import java.util.List;
import java.util.Optional;

/**
 * The core as a linear program: how many of each group of twins get each of their sets, if parts of
 * customers were possible, everyone outside the core keeping their choice.
 *
 * <p>All but about one group per row come out whole (a vertex has no more fractions than rows).
 * Rows may be passed at a price well above the present one, so that there always is an answer.
 *
 * @param shares {@code [group][set]}: how many twins, not whole numbers in general
 * @param prices signed, one per row, in micro-units
 */
record Sharing(double[][] shares, double[] prices) {
    private static final double MICRO = 1e-6;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** The best sharing, or nothing if GLOP fails. */
    static Optional<Sharing> of(
            Core core, Draft outside, double[] prices, double[] dearest, Deadline deadline) {
        Instance instance = outside.instance();
        try (LinearModel model = new LinearModel()) {
            int[] limits = new int[instance.rows()];
            for (int row = 0; row < limits.length; row++) {
                limits[row] = limit(model, outside, row, 3 * Math.abs(prices[row]) + dearest[row]);
            }
            for (Twins twins : core.twins()) {
                group(model, instance, twins, limits);
            }
            return model.solve(deadline).map(answer -> read(answer, core, instance));
        }
    }

    /** Rows on spend count in currency, rows on sends in sends. */
    private static double unit(Instance instance, int row) {
        return instance.shared().get(row).countsSends() ? 1 : MICRO;
    }

    private static int limit(LinearModel model, Draft outside, int row, double dear) {
        Instance instance = outside.instance();
        double unit = unit(instance, row);
        double low =
                instance.hasFloor(row)
                        ? (instance.least(row) - outside.use(row)) * unit
                        : -INFINITY;
        double high =
                instance.hasCeiling(row)
                        ? (instance.most(row) - outside.use(row)) * unit
                        : INFINITY;
        int number = model.row(low, high);
        double penalty = dear * MICRO / unit;
        model.set(number, model.column(0, INFINITY, -penalty), 1);
        model.set(number, model.column(0, INFINITY, -penalty), -1);
        return number;
    }

    private static void group(LinearModel model, Instance instance, Twins twins, int[] limits) {
        int everyone = model.row(twins.count(), twins.count());
        int customer = twins.customers()[0];
        for (long set : twins.sets()) {
            double value = 0;
            double[] use = new double[limits.length];
            for (long left = set; left != 0; left &= left - 1) {
                int offer = Long.numberOfTrailingZeros(left);
                value += instance.columns().valueMicros(offer, customer);
                for (int row : instance.rowsOf(customer, offer)) {
                    use[row] += instance.charge(row, offer, customer) * unit(instance, row);
                }
            }
            int column = model.column(0, twins.count(), value * MICRO);
            model.set(everyone, column, 1);
            for (int row = 0; row < use.length; row++) {
                if (use[row] != 0) {
                    model.set(limits[row], column, use[row]);
                }
            }
        }
    }

    private static Sharing read(LinearAnswer answer, Core core, Instance instance) {
        int rows = instance.rows();
        double[] prices = new double[rows];
        for (int row = 0; row < rows; row++) {
            prices[row] = answer.prices()[row] * unit(instance, row) / MICRO;
        }
        List<Twins> twins = core.twins();
        double[][] shares = new double[twins.size()][];
        int column = 2 * rows;
        for (int group = 0; group < shares.length; group++) {
            shares[group] = new double[twins.get(group).sets().length];
            for (int set = 0; set < shares[group].length; set++) {
                shares[group][set] = answer.values()[column++];
            }
        }
        return new Sharing(shares, prices);
    }
}
