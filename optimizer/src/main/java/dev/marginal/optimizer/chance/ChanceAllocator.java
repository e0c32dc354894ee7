package dev.marginal.optimizer.chance;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.tables.Execution;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Keeps a budget with its confidence, by means of an allocator that knows linear limits only.
 *
 * <p>Sends being redeemed independently, the spend of many is nearly normal, with mean Σ cost and
 * variance V = Σ {@value dev.marginal.optimizer.Budget#VARIANCE}. With z = Φ⁻¹(confidence), it
 * stays within the budget B with that probability if {@code Σ cost + z·√V ≤ B}. This is kept to the
 * last micro-unit; budgets without a confidence, or with one of 0.5, go to the other allocator as
 * they are.
 *
 * <p>The plan's first two limits are {@code budget}, Σ cost ≤ B, with the price λ of one more unit
 * of B; and, named such as {@code budget at 95 %}, V ≤ ((B − Σ cost) / z)², which says the same as
 * the promise once the sends are known, with the price of one more unit of variance. Both prices
 * together are what a send pays: {@code λ·cost + λ·z/(2s)·variance}, s being near the standard
 * deviation of the spend.
 *
 * <p>The plan's {@code priceBound} is what its prices prove: the largest over steps of the standard
 * deviation, see {@link Ladder}; its {@code bound} is that or lower.
 *
 * @see <a href="https://doi.org/10.1287/opre.11.1.18">Charnes, Cooper (1963), Deterministic
 *     equivalents for optimizing and satisficing under chance constraints, Operations Research
 *     11(1)</a>
 */
public final class ChanceAllocator implements Allocator {
    private final AllocatorSettings settings;
    private final Execution execution;
    private final Cancellation cancellation;
    private final Function<AllocatorSettings, Allocator> linear;

    /**
     * An allocator that has others do the work.
     *
     * @param linear gives an allocator for settings whose time limit is the time that is left
     */
    public ChanceAllocator(
            AllocatorSettings settings,
            Execution execution,
            Cancellation cancellation,
            Function<AllocatorSettings, Allocator> linear) {
        this.settings = settings;
        this.execution = execution;
        this.cancellation = cancellation;
        this.linear = linear;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the budget has a confidence and the book no measure
     *     {@value dev.marginal.optimizer.Budget#VARIANCE}, or a negative one
     */
    @Override
    public SendPlan allocate(OfferBook offers, Budget budget, Rules rules) {
        Optional<Margin> margin = Margin.of(budget);
        if (margin.isEmpty()) {
            Budget plain = new Budget(budget.atMost(), OptionalDouble.empty());
            return linear.apply(settings).allocate(offers, plain, rules);
        }
        return allocate(offers, margin.get(), rules);
    }

    private SendPlan allocate(OfferBook offers, Margin margin, Rules rules) {
        Spread spread = Spread.of(offers);
        OfferBook book = margin.allowsVariance() ? offers : spread.certain(offers);
        Deadline deadline = Deadline.after(settings.timeLimit(), cancellation);
        double gap = settings.targetGap();
        Trials trials = new Trials(book, rules, spread, gap, deadline, linear);
        Search search = new Search(trials, margin, spread, gap, deadline);
        search.findPlan();
        Trial widest = search.widest();
        Trial priced = search.best().orElse(widest);
        long proven = proven(priced, book, margin, rules);
        if (proven > Trial.micros(widest.plan().priceBound())) {
            priced = widest;
            proven = proven(priced, book, margin, rules);
        }
        long bound = search.bound(proven);
        Report report = new Report(margin, book);
        return search.best().isPresent()
                ? report.of(search.best().get(), priced, bound, proven)
                : report.none(widest, bound, search.conflict());
    }

    /** Without a price of the budget, what the rules' prices prove holds for any budget. */
    private long proven(Trial trial, OfferBook offers, Margin margin, Rules rules) {
        if (trial.price() <= 0) {
            return Trial.micros(trial.plan().priceBound());
        }
        try (Workers workers = new Workers(execution)) {
            return Ladder.of(trial, margin, offers, rules).bound(workers);
        }
    }
}
