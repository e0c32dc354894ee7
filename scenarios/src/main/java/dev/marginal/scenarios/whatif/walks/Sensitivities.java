package dev.marginal.scenarios.whatif.walks;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.scenarios.planning.NoPlan;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.scenarios.whatif.Scenario;
import dev.marginal.scenarios.whatif.Sensitivity;
import dev.marginal.scenarios.whatif.changes.BudgetTimes;
import dev.marginal.scenarios.whatif.changes.LimitMoved;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Plans again with one limit after the other moved by 5 %: a price speaks of the next unit only.
 *
 * @param desk where the answer came from
 */
public record Sensitivities(PlanningDesk desk) {
    private static final String BUDGET = "budget";

    /**
     * Of the budget and of every limit across customers that the campaign's rules or the scenario's
     * make, the one that costs most first; none for a plan that was given.
     */
    public List<Sensitivity> of(Answer answer) {
        List<Sensitivity> all = new ArrayList<>();
        if (answer.brief().given().isPresent()) {
            return all;
        }
        Predicate<String> movable = answer.movable();
        for (LimitUse use : answer.plan().sends().limits()) {
            if (movable.test(use.limit().name())) {
                all.add(
                        new Sensitivity(
                                use.limit().name(),
                                use.price(),
                                hasRoom(use) ? OptionalDouble.of(0) : moved(answer, use, true),
                                use.binds() ? moved(answer, use, false) : OptionalDouble.of(0)));
            }
        }
        all.sort(Comparator.comparingDouble(Sensitivities::loss));
        return all;
    }

    private static double loss(Sensitivity one) {
        return one.tighter().orElse(Double.NEGATIVE_INFINITY);
    }

    /**
     * Whether the plan would keep a limit that is 5 % tighter: then it is the best there as well.
     */
    private static boolean hasRoom(LimitUse use) {
        Limit.Shared limit = use.limit();
        double step = LimitMoved.STEP;
        return !use.binds()
                && limit.isPlain()
                && (!limit.hasCeiling() || use.use() < limit.most() - step * Math.abs(limit.most()))
                && (!limit.hasFloor()
                        || use.use() > limit.least() + step * Math.abs(limit.least()));
    }

    private OptionalDouble moved(Answer answer, LimitUse use, boolean tighter) {
        List<Change> changes = new ArrayList<>(answer.scenario().changes());
        changes.add(change(use.limit().name(), tighter));
        try {
            Answer moved = desk.answer(new Scenario(use.limit().name(), changes));
            return OptionalDouble.of(moved.plan().sends().value() - answer.plan().sends().value());
        } catch (NoPlan tooTight) {
            return OptionalDouble.empty();
        }
    }

    private static Change change(String limit, boolean tighter) {
        return limit.equals(BUDGET)
                ? new BudgetTimes(tighter ? 1 - LimitMoved.STEP : 1 + LimitMoved.STEP)
                : new LimitMoved(limit, tighter);
    }
}
