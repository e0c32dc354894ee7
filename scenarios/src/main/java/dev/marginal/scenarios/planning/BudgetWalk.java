package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.optimizer.allocation.PinnedAllocator;
import dev.marginal.optimizer.allocation.WarmAllocator;
import dev.marginal.optimizer.chance.Margin;
import dev.marginal.scenarios.BudgetPoint;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.OtherBudgets;
import dev.marginal.tables.Execution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Plans the same customers under the same rules at other budgets, each time from the plan's own
 * prices. The more customers, the fewer budgets: {@link #steps}; the fewer customers, the wider the
 * gap that is enough: prices alone leave about a tenth of a customer per limit, and a drawn curve
 * need not be searched for it.
 */
final class BudgetWalk {
    private static final double GAP = 1e-4;

    /** Customers per limit. */
    private static final double LEFT_BY_PRICES = 0.25;

    private static final double MOST_GAP = 0.01;

    /** Budgets so near the plan's own say nothing new. */
    private static final double NEAR = 0.02;

    private final Decision decided;
    private final Execution execution;

    BudgetWalk(Decision decided, Execution execution) {
        this.decided = decided;
        this.execution = execution;
    }

    /** How many other budgets are planned for so many customers. */
    static int steps(int customers) {
        if (customers <= 100_000) {
            return 12;
        }
        return customers <= 500_000 ? 8 : customers <= 2_000_000 ? 6 : 4;
    }

    OtherBudgets walk() {
        AllocatorSettings asked = decided.valued().file().search();
        AllocatorSettings quick =
                new AllocatorSettings(Math.max(enough(), asked.targetGap()), asked.timeLimit());
        Budget budget = decided.budget();
        if (decided.pins().customers() > 0 || budget.confidence().isPresent()) {
            return walk(new PinnedAllocator(decided.pins(), Allocators.byPrices(quick, execution)));
        }
        CampaignPlan plan = decided.plan();
        try (WarmAllocator warm =
                WarmAllocator.from(
                        plan.sends(), plan.offers(), budget, decided.rules(), quick, execution)) {
            return walk((book, other, kept) -> warm.allocate(other, kept));
        }
    }

    private double enough() {
        int limits = decided.plan().sends().limits().size();
        double left = LEFT_BY_PRICES * limits / Math.max(1, decided.plan().offers().customers());
        return Math.max(GAP, Math.min(MOST_GAP, left));
    }

    private OtherBudgets walk(Allocator again) {
        CampaignPlan plan = decided.plan();
        Budget budget = decided.budget();
        Rules rules = decided.rules();
        BudgetPoint own =
                BudgetPoint.of(
                        budget.atMost().orElse(plan.sends().spend()),
                        plan.sends(),
                        decided.forecast());
        List<BudgetPoint> points = new ArrayList<>(List.of(own));
        SendPlan most =
                budget.atMost().isPresent()
                        ? again.allocate(plan.offers(), Budget.unlimited(), rules)
                        : plan.sends();
        double plateau = Margin.least(most, plan.offers(), budget.confidence());
        OptionalDouble tooLittle = OptionalDouble.empty();
        for (double amount : budgets(own.budget(), plateau)) {
            SendPlan sends = again.allocate(plan.offers(), of(amount), rules);
            if (!exists(sends)) {
                boolean proven = sends.outcome() == Outcome.INFEASIBLE;
                tooLittle = proven ? OptionalDouble.of(amount) : tooLittle;
                break;
            }
            CampaignPlan other = new CampaignPlan(plan.scores(), plan.offers(), sends);
            points.add(BudgetPoint.of(amount, sends, decided.forecast(other)));
        }
        points.sort(Comparator.comparingDouble(BudgetPoint::budget));
        return new OtherBudgets(points, own, plateau, tooLittle);
    }

    /**
     * Half of them up to twice the plan's own, the others up to the plateau; the dearest first, as
     * what is too little once is too little ever after.
     */
    private List<Double> budgets(double own, double plateau) {
        int steps = steps(decided.plan().offers().customers());
        double near = own > 0 ? Math.min(plateau, 2 * own) : plateau;
        int far = near < plateau ? steps / 2 : 0;
        List<Double> budgets = new ArrayList<>();
        for (int step = far; step > 0; step--) {
            budgets.add(BudgetPoint.cents(near + (plateau - near) * step / far));
        }
        for (int step = steps - far; step > 0; step--) {
            budgets.add(BudgetPoint.cents(near * step / (steps - far)));
        }
        budgets.removeIf(amount -> amount <= 0 || Math.abs(amount - own) <= NEAR * own);
        return budgets;
    }

    private Budget of(double amount) {
        Budget other = Budget.of(amount);
        OptionalDouble confidence = decided.budget().confidence();
        return confidence.isPresent() ? other.with(confidence.getAsDouble()) : other;
    }

    private static boolean exists(SendPlan sends) {
        return sends.outcome() == Outcome.OPTIMAL || sends.outcome() == Outcome.FEASIBLE;
    }
}
