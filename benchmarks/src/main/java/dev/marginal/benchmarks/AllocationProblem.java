package dev.marginal.benchmarks;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Terms;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an allocator is asked.
 *
 * @param book who could get what
 * @param budget the first shared limit
 * @param rules all other limits
 */
public record AllocationProblem(OfferBook book, Budget budget, Rules rules) {
    /** Every limit as the allocator has to keep it, the budget first. */
    public List<Limit> limits() {
        Stream<Limit> first = budget.atMost().stream().mapToObj(this::budgetLimit);
        return Stream.concat(first, rules.limits(Terms.of(book))).toList();
    }

    private Limit budgetLimit(double atMost) {
        long all = -1L >>> Long.SIZE - book.offers().size();
        return Limit.spend("budget", new OfferSet(all), atMost);
    }
}
