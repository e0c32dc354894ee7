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
                settings,
                execution,
                cancellation,
                left -> linear(left, settings.targetGap(), execution, cancellation));
    }

    /** All campaigns by prices: where many plans are made to be compared, not to be sent. */
    public static Allocator byPrices(AllocatorSettings settings, Execution execution) {
        Cancellation never = new Cancellation();
        return new ChanceAllocator(
                settings, execution, never, left -> new PriceAllocator(left, execution, never));
    }

    private static Allocator linear(
            AllocatorSettings settings,
            double wanted,
            Execution execution,
            Cancellation cancellation) {
        AllocatorSettings proven = proven(settings, wanted);
        Allocator exact = new ExactAllocator(proven, execution, cancellation);
        Allocator priced = new PriceAllocator(settings, execution, cancellation);
        return (offers, budget, rules) -> {
            long size = (long) offers.customers() * offers.offers().size();
            return (size <= SMALL ? exact : priced).allocate(offers, budget, rules);
        };
    }

    /** Where any plan will do, as its bound is what is asked for, a small one's is its proof. */
    private static AllocatorSettings proven(AllocatorSettings settings, double wanted) {
        double usual = AllocatorSettings.defaults().targetGap();
        return settings.targetGap() > wanted
                ? new AllocatorSettings(Math.max(wanted, usual), settings.timeLimit())
                : settings;
    }
}
