package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Limits that ask for one thing only: a floor, a ceiling, or at most so many to a customer. */
final class Side {
    private Side() {}

    /** Every floor, ceiling and personal limit of an instance, in the order of its limits. */
    static List<Limit> all(Instance instance) {
        return instance.limits().stream().flatMap(Side::of).toList();
    }

    private static Stream<Limit> of(Limit limit) {
        if (!(limit instanceof Limit.Shared both)) {
            return Stream.of(limit);
        }
        Stream.Builder<Limit> sides = Stream.builder();
        if (both.hasFloor()) {
            sides.add(sided(both, both.least(), Limit.Shared.UNLIMITED));
        }
        if (both.hasCeiling()) {
            sides.add(sided(both, Limit.Shared.NO_FLOOR, both.most()));
        }
        return sides.build();
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
