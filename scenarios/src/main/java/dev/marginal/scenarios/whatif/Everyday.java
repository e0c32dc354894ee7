package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.optimizer.allocation.PinnedAllocator;
import dev.marginal.optimizer.allocation.WarmAllocator;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.tables.Execution;
import java.util.Map;
import java.util.Optional;

/**
 * The plan that the campaign gets every day, made once, by the allocator that every other door
 * uses. What-ifs start from its prices and fall back on its sends.
 */
final class Everyday {
    private final Valued valued;
    private final Books books;
    private final Execution execution;
    private CampaignPlan plan;
    private WarmAllocator allocator;

    Everyday(Valued valued, Books books, Execution execution) {
        this.valued = valued;
        this.books = books;
        this.execution = execution;
    }

    /** The plan; its sends say why there is none. */
    synchronized CampaignPlan plan() {
        if (plan == null) {
            CampaignFile file = valued.file();
            Books.Asked asked = books.of(Brief.of(file), valued);
            Allocator standard = Allocators.standard(file.search(), execution);
            SendPlan sends =
                    new PinnedAllocator(Pinned.of(asked, Optional.empty()), standard)
                            .allocate(asked.open(), file.budget(), asked.rules(file));
            plan =
                    new CampaignPlan(
                            valued.scores(), asked.open(), sends.inSets(asked.open().customers()));
        }
        return plan;
    }

    /** An allocator that starts from the plan; where there is none, from nothing. */
    synchronized WarmAllocator allocator() {
        if (allocator == null) {
            CampaignFile file = valued.file();
            Books.Asked asked = books.of(Brief.of(file), valued);
            SendPlan start = plan().sends();
            boolean linear = file.budget().confidence().isEmpty();
            allocator =
                    exists(start) && linear
                            ? WarmAllocator.from(
                                    start,
                                    asked.open(),
                                    file.budget(),
                                    asked.rules(file),
                                    file.search(),
                                    execution)
                            : WarmAllocator.of(asked.open(), file.search(), execution, Map.of());
        }
        return allocator;
    }

    /** Whether there is a plan. */
    static boolean exists(SendPlan plan) {
        return plan.outcome() == Outcome.OPTIMAL || plan.outcome() == Outcome.FEASIBLE;
    }
}
