package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.conflict.Conflict;
import dev.marginal.optimizer.conflict.Feasibility;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.rounding.Draft;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.tables.Execution;
import java.util.List;
import java.util.Optional;

/**
 * Plans campaigns of any size by prices of the shared limits, and proves how far the plan is from
 * the best.
 *
 * <p>Prices come from the dual ({@link dev.marginal.optimizer.pricing.PriceSearch} opens with the
 * maths), the plan from deciding the few customers who are indifferent at the prices ({@link
 * dev.marginal.optimizer.rounding.Rounding}). Time and memory grow with customers × offers; the gap
 * shrinks with the number of customers, to about a tenth of limits / customers.
 */
public final class PriceAllocator implements Allocator {
    private final AllocatorSettings settings;
    private final Execution execution;

    public PriceAllocator(AllocatorSettings settings, Execution execution) {
        this.settings = settings;
        this.execution = execution;
    }

    @Override
    public SendPlan allocate(OfferBook offers, Budget budget, Rules rules) {
        Instance instance = Instance.of(offers, budget, rules);
        Deadline deadline = Deadline.after(settings.timeLimit());
        try (Workers workers = new Workers(execution)) {
            Priced priced = Priced.of(instance, settings.targetGap(), workers, deadline);
            Plans plans = new Plans(instance, workers);
            Feasibility feasibility = new Feasibility(workers, deadline);
            Optional<Draft> draft =
                    priced.draft()
                            .or(() -> Priced.cheapest(instance, workers, deadline))
                            .or(
                                    () ->
                                            feasibility
                                                    .plan(instance)
                                                    .map(s -> Draft.of(instance, s, workers)));
            if (draft.isPresent()) {
                return plans.of(draft.get(), priced.bound(), priced.bound().micros());
            }
            List<String> conflict = Conflict.sentences(instance, feasibility);
            Outcome outcome = conflict.isEmpty() ? Outcome.NOT_FOUND : Outcome.INFEASIBLE;
            return plans.none(outcome, priced.bound(), conflict);
        }
    }
}
