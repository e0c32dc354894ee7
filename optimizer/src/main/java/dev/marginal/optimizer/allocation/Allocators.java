package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.chance.ChanceAllocator;
import dev.marginal.tables.Execution;

/** The list of allocators. */
public final class Allocators {
    /** Customers times offers up to which a campaign is solved whole. */
    private static final long SMALL = 20_000;

    private Allocators() {}

    /** Small campaigns exactly, large ones by prices; budgets with or without a confidence. */
    public static Allocator standard(AllocatorSettings settings, Execution execution) {
        return standard(settings, execution, new Cancellation());
    }

    /** The same, keeping the best plan so far when cancelled. */
    public static Allocator standard(
            AllocatorSettings settings, Execution execution, Cancellation cancellation) {
        return new ChanceAllocator(
                settings, execution, cancellation, left -> linear(left, execution, cancellation));
    }

    private static Allocator linear(
            AllocatorSettings settings, Execution execution, Cancellation cancellation) {
        Allocator exact = new ExactAllocator(settings, execution, cancellation);
        Allocator priced = new PriceAllocator(settings, execution, cancellation);
        return (offers, budget, rules) -> {
            long size = (long) offers.customers() * offers.offers().size();
            return (size <= SMALL ? exact : priced).allocate(offers, budget, rules);
        };
    }
}
