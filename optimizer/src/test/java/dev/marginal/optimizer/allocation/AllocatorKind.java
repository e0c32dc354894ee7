package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.tables.Execution;
import java.util.function.Function;

/** Every allocator there is, and how much it promises. */
enum AllocatorKind {
    EXACT(execution -> new ExactAllocator(AllocatorSettings.defaults(), execution)),
    PRICE(execution -> new PriceAllocator(AllocatorSettings.defaults(), execution)),
    GREEDY(GreedyAllocator::byValuePerCost),
    RANDOM(execution -> GreedyAllocator.random(1, execution)),
    STANDARD(execution -> Allocators.standard(AllocatorSettings.defaults(), execution));

    private final Function<Execution, Allocator> maker;

    AllocatorKind(Function<Execution, Allocator> maker) {
        this.maker = maker;
    }

    Allocator on(int threads) {
        return maker.apply(new Execution(threads));
    }

    /** Whether small campaigns end with the best plan and its proof. */
    boolean proves() {
        return this == EXACT || this == STANDARD;
    }

    /** Whether it always finds a plan of a small campaign where there is one, or says why not. */
    boolean searches() {
        return proves() || this == PRICE;
    }
}
