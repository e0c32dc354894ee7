package dev.marginal.scenarios.whatif.walks;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.scenarios.planning.NoPlan;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.scenarios.whatif.Scenario;
import dev.marginal.scenarios.whatif.Sensitivity;
import dev.marginal.scenarios.whatif.changes.BudgetTimes;
import dev.marginal.scenarios.whatif.changes.LimitSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Plans again with one limit after the other moved by 5 %: a price speaks of the next unit only.
 *
 * @param desk where the answer came from
 */
public record Sensitivities(PlanningDesk desk) {
    private static final double STEP = 0.05;
    private static final String BUDGET = "budget";

    /** Of every limit with a ceiling that binds in an answer, the dearest 5 % first. */
    public List<Sensitivity> of(Answer answer) {
        List<Sensitivity> all = new ArrayList<>();
        for (LimitUse use : answer.plan().sends().limits()) {
            if (use.price() > 0 && use.limit().isPlain() && use.limit().hasCeiling()) {
                all.add(
                        new Sensitivity(
                                use.limit().name(),
                                use.price(),
                                moved(answer, use, 1 - STEP),
                                moved(answer, use, 1 + STEP)));
            }
        }
        all.sort((one, other) -> Double.compare(loss(one), loss(other)));
        return all;
    }

    private static double loss(Sensitivity one) {
        return one.tighter().orElse(Double.NEGATIVE_INFINITY);
    }

    private OptionalDouble moved(Answer answer, LimitUse use, double factor) {
        List<Change> changes = new ArrayList<>(answer.scenario().changes());
        changes.add(change(use.limit(), factor));
        try {
            Answer moved = desk.answer(new Scenario(use.limit().name(), changes));
            return OptionalDouble.of(moved.plan().sends().value() - answer.plan().sends().value());
        } catch (NoPlan tooTight) {
            return OptionalDouble.empty();
        }
    }

    private static Change change(Limit.Shared limit, double factor) {
        double most = limit.countsSends() ? limit.most() : (double) limit.most() / OfferBook.MICROS;
        return limit.name().equals(BUDGET)
                ? new BudgetTimes(factor)
                : new LimitSet(limit.name(), most * factor);
    }
}
