package dev.marginal.benchmarks.families;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.tables.Execution;

/** Generates a family's campaign in one place. */
public final class FamilyGenerator {
    private FamilyGenerator() {}

    /** The same campaign for any number of threads. */
    public static AllocationProblem generate(AllocationFamily family, Execution execution) {
        FamilyPart all = new FamilyPart(family, 0, 1);
        OfferBook book = all.book(execution);
        FamilyLimits limits =
                FamilyLimits.of(
                        family, (price, stride) -> all.spending(book, price, stride, execution));
        return new AllocationProblem(book, limits.budget(), limits.rules());
    }
}
