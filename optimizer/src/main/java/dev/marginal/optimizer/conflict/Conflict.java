package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The smallest set of limits that fight: leave out any one of them and the fight is no longer
 * proven.
 *
 * <p>Found by leaving out one limit after the other for good where the rest still fights, floors
 * and ceilings apart.
 *
 * @see <a href="https://doi.org/10.1287/ijoc.3.2.157">Chinneck, Dravnieks (1991), Locating minimal
 *     infeasible constraint sets in linear programs, ORSA Journal on Computing 3(2)</a>
 */
public final class Conflict {
    private Conflict() {}

    /** The conflict in sentences with numbers, or nothing if none is proven. */
    public static List<String> sentences(Instance instance, Feasibility feasibility) {
        return sentences(instance, feasibility::refuted);
    }

    private static List<String> sentences(Instance instance, Predicate<Instance> refuted) {
        if (!refuted.test(instance)) {
            return List.of();
        }
        List<Limit> kept =
                new ArrayList<>(instance.limits().stream().flatMap(Conflict::sides).toList());
        for (Limit limit : List.copyOf(kept)) {
            List<Limit> rest = new ArrayList<>(kept);
            rest.remove(limit);
            if (refuted.test(Instance.of(instance.book(), rest))) {
                kept = rest;
            }
        }
        return new Wording(Instance.of(instance.book(), kept)).sentences();
    }

    private static Stream<Limit> sides(Limit limit) {
        if (!(limit instanceof Limit.Shared both)) {
            return Stream.of(limit);
        }
        Stream.Builder<Limit> sides = Stream.builder();
        if (both.hasFloor()) {
            sides.add(side(both, both.least(), Limit.Shared.UNLIMITED));
        }
        if (both.hasCeiling()) {
            sides.add(side(both, Limit.Shared.NO_FLOOR, both.most()));
        }
        return sides.build();
    }

    private static Limit side(Limit.Shared both, long least, long most) {
        return new Limit.Shared(both.name(), both.parts(), least, most);
    }
}
