package dev.marginal.scenarios.whatif.walks;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.scenarios.BudgetPoint;
import dev.marginal.scenarios.Objective;
import dev.marginal.scenarios.planning.NoPlan;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.scenarios.whatif.Scenario;
import dev.marginal.scenarios.whatif.changes.Aim;
import dev.marginal.scenarios.whatif.changes.BudgetLifted;
import dev.marginal.scenarios.whatif.changes.BudgetSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plans of a campaign at any budget, all else being as it is. Below what the cheapest plan
 * spends none is searched for: to say why there is none takes far longer than a plan.
 */
final class BudgetPlans {
    private final PlanningDesk desk;
    private final List<Change> changes;
    private final Answer unlimited;
    private final double least;

    /**
     * Plans without a budget first.
     *
     * @param changes what else differs from the campaign
     * @throws NoPlan if no plan keeps every rule, whatever the budget
     */
    BudgetPlans(PlanningDesk desk, List<Change> changes) {
        this.desk = desk;
        this.changes = changes;
        this.unlimited = answer(new BudgetLifted());
        this.least = least();
    }

    /** The best plan of all. */
    Answer unlimited() {
        return unlimited;
    }

    /** The best plan of a budget; empty where none keeps every rule. */
    Optional<BudgetPoint> at(double budget) {
        if (budget < least) {
            return Optional.empty();
        }
        try {
            return Optional.of(point(budget, answer(new BudgetSet(budget))));
        } catch (NoPlan tooLittle) {
            return Optional.empty();
        }
    }

    /** The best plan of all, at a budget that pays for it. */
    BudgetPoint best(double budget) {
        return point(budget, unlimited);
    }

    private static BudgetPoint point(double budget, Answer answer) {
        return BudgetPoint.of(budget, answer.plan().sends(), answer.forecast());
    }

    /**
     * What any plan spends at least, in currency: nothing unless a rule asks for sends. Where such
     * a rule stands beside one that asks for value, nothing is known.
     */
    private double least() {
        boolean asksForSends =
                unlimited.plan().sends().limits().stream()
                        .map(LimitUse::limit)
                        .anyMatch(BudgetPlans::asks);
        if (!asksForSends) {
            return 0;
        }
        try {
            Answer cheapest = answer(new Aim(new Objective.Profit(0)), new BudgetLifted());
            return Math.max(0, -cheapest.plan().sends().bound());
        } catch (NoPlan worthNothing) {
            return 0;
        }
    }

    private static boolean asks(Limit.Shared limit) {
        return limit.hasFloor() && limit.least() > 0;
    }

    private Answer answer(Change... budget) {
        List<Change> all = new ArrayList<>(changes);
        all.addAll(List.of(budget));
        return desk.answer(new Scenario(budget[0].words(), all));
    }
}
