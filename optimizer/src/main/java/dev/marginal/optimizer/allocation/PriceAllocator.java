package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SearchProgress;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.tables.Execution;

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
    private final Cancellation cancellation;

    public PriceAllocator(AllocatorSettings settings, Execution execution) {
        this(settings, execution, new Cancellation());
    }

    /** An allocator whose searches keep the best plan so far when cancelled. */
    public PriceAllocator(
            AllocatorSettings settings, Execution execution, Cancellation cancellation) {
        this.settings = settings;
        this.execution = execution;
        this.cancellation = cancellation;
    }

    @Override
    public SendPlan allocate(OfferBook offers, Budget budget, Rules rules) {
        Instance instance = Instance.of(offers, budget, rules);
        try (Workers workers = new Workers(execution)) {
            return new Pricing(settings, workers, cancellation, SearchProgress.UNHEARD)
                    .plan(instance);
        }
    }
}
