package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SearchProgress;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.conflict.Conflict;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Scattered;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.PriceSearch;
import dev.marginal.optimizer.rounding.Draft;
import dev.marginal.optimizer.rounding.NeedsEveryone;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Requires;
import java.util.List;

/**
 * Plans a large campaign whose customers are kept elsewhere: what {@link PriceAllocator} does, send
 * by send.
 *
 * <p>The search is the same, and so are the core problem, the rounding and the proof: only what
 * everyone is asked goes to where they are kept. Where {@link PriceAllocator} would look at
 * everyone once more, as no plan was found among those who may change their mind, this one ends
 * without a plan.
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
     *     {@link Outcome#NOT_FOUND} where nobody was given anything
     * @throws BadInput if the plan would be worth more than a thousandth less than the bound, such
     *     as where few sends use up a limit, and everyone would have to be looked at
     */
    public SendPlan allocate(Scattered everyone) {
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
            if (priced.draft().isEmpty()) {
                Conflict unknown = new Conflict(List.of(), List.of());
                return plans.none(Outcome.NOT_FOUND, priced.bound(), unknown);
            }
            Draft found = priced.draft().get();
            Sums sums = everyone.settle(found.instance(), found.sets());
            return plans.settled(found, sums, priced.bound(), priced.curve());
        } catch (NeedsEveryone needed) {
            throw new BadInput(
                    new Problem(
                            "campaign",
                            0,
                            "plan",
                            null,
                            "falls more than a thousandth short of its bound; only a look at everyone at once could tell whether more fits",
                            "Plan it on one machine (./marginal plan), or raise limits that a few sends use up."));
        }
    }
}
