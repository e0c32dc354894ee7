package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Instance;
import java.util.List;
import java.util.Optional;

/**
 * The smallest set of limits that fight: leave out any one of them and the fight is no longer
 * proven.
 *
 * <p>The limits to which a proof by prices gives a price fight already, and they are few. Of these,
 * one after the other is left out for good where the rest still fights, floors and ceilings apart.
 *
 * @see <a href="https://doi.org/10.1287/ijoc.2.1.61">Gleeson, Ryan (1990), Identifying minimally
 *     infeasible subsystems of inequalities, ORSA Journal on Computing 2(1)</a>
 * @see <a href="https://doi.org/10.1287/ijoc.3.2.157">Chinneck, Dravnieks (1991), Locating minimal
 *     infeasible constraint sets in linear programs, ORSA Journal on Computing 3(2)</a>
 */
final class Fight {
    private static final double NOTHING = 1e-9;

    private final Instance instance;
    private final Worthless worthless;
    private final Feasibility feasibility;

    Fight(Instance instance, Worthless worthless, Feasibility feasibility) {
        this.instance = instance;
        this.worthless = worthless;
        this.feasibility = feasibility;
    }

    /** The limits that fight, one side each; empty if no fight is proven. */
    List<Limit> smallest() {
        if (!feasibility.refuted(instance)) {
            return List.of();
        }
        List<Limit> sides = Side.all(instance);
        Optional<List<Limit>> pair = Contradiction.among(sides);
        if (pair.isPresent()) {
            return without(Limit.Shared.class, pair.get());
        }
        try (Dual dual = feasibility.dual(sides, worthless)) {
            return without(Limit.Personal.class, withoutShared(priced(sides, dual), dual));
        }
    }

    private List<Limit> withoutShared(List<Limit> limits, Dual dual) {
        List<Limit> kept = limits;
        for (Limit limit : limits) {
            List<Limit> rest = Side.without(kept, limit);
            kept = limit instanceof Limit.Shared && fight(rest, dual) ? rest : kept;
        }
        return kept;
    }

    private List<Limit> without(Class<? extends Limit> kind, List<Limit> limits) {
        List<Limit> kept = limits;
        for (Limit limit : limits) {
            List<Limit> rest = Side.without(kept, limit);
            kept = kind.isInstance(limit) && feasibility.refuted(instance(rest)) ? rest : kept;
        }
        return kept;
    }

    /** The sides that a proof by prices needs, or all where there is none. */
    private List<Limit> priced(List<Limit> sides, Dual dual) {
        for (Limit side : sides) {
            if (asks(side)) {
                Asked asked = dual.asked(side, sides);
                List<Limit> few = asked.priced(sides, new Sizes(instance.book()), NOTHING);
                return fight(few, dual) ? few : sides;
            }
        }
        return sides;
    }

    /** Whether some of the shared sides, with every personal limit, fight. */
    private boolean fight(List<Limit> limits, Dual dual) {
        return limits.stream()
                .filter(Fight::asks)
                .findFirst()
                .filter(
                        side ->
                                dual.refutes((Limit.Shared) side, limits)
                                        || feasibility.refutedInWhole(instance(limits)))
                .isPresent();
    }

    private Instance instance(List<Limit> limits) {
        return Instance.of(instance.book(), limits);
    }

    /** Whether doing nothing breaks the limit; some limit of any fight is so. */
    private static boolean asks(Limit limit) {
        return limit instanceof Limit.Shared side
                && (side.hasFloor() ? side.least() > 0 : side.most() < 0);
    }
}
