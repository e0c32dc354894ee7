package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.SearchProgress;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Scattered;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.PriceSearch;
import dev.marginal.optimizer.rounding.Draft;
import dev.marginal.optimizer.rounding.NeedsEveryone;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import java.util.Optional;

/**
 * Plans a large campaign whose customers are kept elsewhere: what {@link PriceAllocator} does, send
 * by send.
 *
 * <p>The search is the same, and so are the core problem, the rounding and the proof: only what
 * everyone is asked goes to where they are kept. Where {@link PriceAllocator} would look at
 * everyone's rows once more, this one leaves that to the caller.
 */
public final class ScatteredAllocator {
    /** Campaigns of up to so many customers are planned in one place. */
    public static final int SMALL = PriceSearch.LARGE;

    private final AllocatorSettings settings;
    private final Execution execution;

    /** An allocator that works with this much of its own machine. */
    public ScatteredAllocator(AllocatorSettings settings, Execution execution) {
        this.settings = settings;
        this.execution = execution;
    }

    /**
     * Gives everyone their set.
     *
     * @param everyone more than {@link #SMALL} customers
     * @return the plan without its sends, which everyone {@linkplain Scattered#settle was given};
     *     empty, and nobody was given anything, where everyone's rows have to be looked at: no plan
     *     was found among those who may change their mind, as where limits fight, or the best one
     *     is worth more than a thousandth less than the bound, as where few sends use up a limit
     */
    public Optional<SendPlan> allocate(Scattered everyone) {
        Instance instance = everyone.instance();
        Requires.require(
                instance.everyone() > SMALL,
                "customers",
                instance.everyone(),
                "more than " + SMALL);
        Deadline deadline = Deadline.after(settings.timeLimit());
        try (Workers workers = new Workers(execution)) {
            Priced priced =
                    Priced.of(
                            everyone,
                            settings.targetGap(),
                            workers,
                            deadline,
                            SearchProgress.UNHEARD);
            Plans plans = new Plans(instance, workers);
            return priced.draft().map(found -> settled(found, priced, everyone, plans));
        } catch (NeedsEveryone needed) {
            return Optional.empty();
        }
    }

    private static SendPlan settled(Draft found, Priced priced, Scattered everyone, Plans plans) {
        Sums sums = everyone.settle(found.instance(), found.sets());
        return plans.settled(found, sums, priced.bound(), priced.curve());
    }
}
