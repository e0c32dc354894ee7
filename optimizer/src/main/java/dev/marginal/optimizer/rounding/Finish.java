package dev.marginal.optimizer.rounding;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.LinearAnswer;
import dev.marginal.optimizer.solving.ortools.LinearModel;
import java.util.List;
import java.util.Optional;

/**
 * Decides a few customers anew and together, by SCIP, with what everyone else leaves of the limits.
 */
final class Finish {
    private static final int NODES = 1_000;
    private static final double MICRO = 1e-6;

    private final Draft draft;
    private final Instance instance;
    private final List<Twins> pool;

    Finish(Draft draft, List<Twins> pool) {
        this.draft = draft;
        this.instance = draft.instance();
        this.pool = pool;
    }

    /** Takes SCIP's answer if it keeps every limit, rechecked in whole numbers, and earns. */
    void improve(Deadline deadline) {
        long before = draft.value();
        long[] sets = pool.stream().mapToLong(twins -> draft.set(customer(twins))).toArray();
        Optional<LinearAnswer> answer = solve(deadline);
        if (answer.isEmpty()) {
            return;
        }
        int column = 0;
        for (Twins twins : pool) {
            for (long set : twins.sets()) {
                if (answer.get().values()[column++] > 0.5) {
                    draft.give(customer(twins), set);
                }
            }
        }
        if (!draft.keepsEveryLimit() || draft.value() < before) {
            for (int group = 0; group < sets.length; group++) {
                draft.give(customer(pool.get(group)), sets[group]);
            }
        }
    }

    private Optional<LinearAnswer> solve(Deadline deadline) {
        try (LinearModel model = LinearModel.whole(NODES)) {
            int[] limits = new int[instance.rows()];
            for (int row = 0; row < limits.length; row++) {
                limits[row] = room(model, row);
            }
            for (Twins twins : pool) {
                int once = model.row(1, 1);
                for (long set : twins.sets()) {
                    model.set(once, option(model, customer(twins), set, limits), 1);
                }
            }
            return model.solve(deadline);
        }
    }

    /** How far the row's use may grow or shrink from where it is. */
    private int room(LinearModel model, int row) {
        double unit = unit(row);
        double low =
                instance.hasFloor(row)
                        ? (instance.least(row) - draft.use(row)) * unit
                        : Double.NEGATIVE_INFINITY;
        double high =
                instance.hasCeiling(row)
                        ? (instance.most(row) - draft.use(row)) * unit
                        : Double.POSITIVE_INFINITY;
        return model.row(low, high);
    }

    private int option(LinearModel model, int customer, long set, int[] limits) {
        int column = model.column(0, 1, draft.gain(customer, set) * MICRO);
        long[] growth = new long[limits.length];
        draft.growth(customer, set, growth);
        for (int row = 0; row < limits.length; row++) {
            if (growth[row] != 0) {
                model.set(limits[row], column, growth[row] * unit(row));
            }
        }
        return column;
    }

    private double unit(int row) {
        return instance.shared().get(row).charge() == Limit.Charge.COST ? MICRO : 1;
    }

    private static int customer(Twins twins) {
        return twins.customers()[0];
    }
}
