package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.tables.Execution;

/**
 * The plan that the campaign gets every day, made once, by the allocator that every other door
 * uses. What-ifs start from its prices and fall back on its sends.
 */
final class Everyday {
    private final Valued valued;
    private final Execution execution;
    private SendPlan plan;

    Everyday(Valued valued, Execution execution) {
        this.valued = valued;
        this.execution = execution;
    }

    /** The plan, or why there is none. */
    synchronized SendPlan plan() {
        if (plan == null) {
            CampaignFile file = valued.file();
            plan =
                    Allocators.standard(file.search(), execution)
                            .allocate(valued.offers(), file.budget(), file.rules());
        }
        return plan;
    }

    /** Whether there is a plan. */
    static boolean exists(SendPlan plan) {
        return plan.outcome() == Outcome.OPTIMAL || plan.outcome() == Outcome.FEASIBLE;
    }
}
