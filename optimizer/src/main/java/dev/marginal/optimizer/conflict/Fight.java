package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Instance;
import java.util.ArrayList;
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
            return pair.get();
        }
        List<Limit> kept = priced(sides);
        for (Limit limit : List.copyOf(kept)) {
            List<Limit> rest = Side.without(kept, limit);
            kept = refuted(rest) ? rest : kept;
        }
        return kept;
    }

    private boolean refuted(List<Limit> limits) {
        return feasibility.refuted(Instance.of(instance.book(), limits));
    }

    /** The sides that a proof by prices needs, or all where there is none. */
    private List<Limit> priced(List<Limit> sides) {
        return sides.stream()
                .filter(Fight::asks)
                .findFirst()
                .map(side -> priced((Limit.Shared) side, sides))
                .filter(this::refuted)
                .orElse(sides);
    }

    /** Whether doing nothing breaks the limit; some limit of any fight is so. */
    private static boolean asks(Limit limit) {
        return limit instanceof Limit.Shared side
                && (side.hasFloor() ? side.least() > 0 : side.most() < 0);
    }

    private List<Limit> priced(Limit.Shared side, List<Limit> sides) {
        List<Limit> others = Side.without(sides, side);
        double[] prices = feasibility.asked(worthless, side, others).prices();
        Sizes sizes = new Sizes(instance.book());
        List<Limit> kept = new ArrayList<>();
        double own = sizes.perSend(side) * Math.abs(prices[prices.length - 1]);
        int row = 0;
        for (Limit other : others) {
            boolean counts = true;
            if (other instanceof Limit.Shared shared) {
                counts = sizes.perSend(shared) * Math.abs(prices[row++]) > NOTHING * own;
            }
            if (counts) {
                kept.add(other);
            }
        }
        kept.add(Math.min(kept.size(), sides.indexOf(side)), side);
        return kept;
    }
}
