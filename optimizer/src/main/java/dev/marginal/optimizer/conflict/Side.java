package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Instance;
import java.util.ArrayList;
import java.util.List;

/** Limits that ask for one thing only: a floor, a ceiling, or at most so many to a customer. */
final class Side {
    private Side() {}

    /**
     * Every floor, ceiling and personal limit of an instance, in the order of its limits; floors
     * that no sends could be below are none.
     */
    static List<Limit> all(Instance instance) {
        List<Limit> sides = new ArrayList<>();
        int row = 0;
        for (Limit limit : instance.limits()) {
            if (!(limit instanceof Limit.Shared both)) {
                sides.add(limit);
                continue;
            }
            if (instance.hasFloor(row)) {
                sides.add(sided(both, both.least(), Limit.Shared.UNLIMITED));
            }
            if (both.hasCeiling()) {
                sides.add(sided(both, Limit.Shared.NO_FLOOR, both.most()));
            }
            row++;
        }
        return sides;
    }

    /** The amount that a side asks for, or allows. */
    static long amount(Limit.Shared side) {
        return side.hasFloor() ? side.least() : side.most();
    }

    /** The same side asking for, or allowing, another amount. */
    static Limit.Shared with(Limit.Shared side, long amount) {
        return side.hasFloor()
                ? sided(side, amount, Limit.Shared.UNLIMITED)
                : sided(side, Limit.Shared.NO_FLOOR, amount);
    }

    /** The limits without one of them. */
    static List<Limit> without(List<Limit> limits, Limit one) {
        List<Limit> rest = new ArrayList<>(limits);
        rest.remove(one);
        return rest;
    }

    private static Limit.Shared sided(Limit.Shared both, long least, long most) {
        return new Limit.Shared(both.name(), both.parts(), least, most);
    }
}
