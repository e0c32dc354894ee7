package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SearchProgress;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.conflict.Conflict;
import dev.marginal.optimizer.conflict.Feasibility;
import dev.marginal.optimizer.kernel.Counted;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.rounding.Draft;
import dev.marginal.optimizer.solving.Deadline;
import java.util.Optional;

/** From an instance to a plan by prices, whether they start from nothing or from another plan's. */
record Pricing(
        AllocatorSettings settings,
        Workers workers,
        Cancellation cancellation,
        SearchProgress progress) {
    SendPlan plan(Instance instance) {
        Deadline deadline = deadline();
        Priced priced = Priced.of(instance, settings.targetGap(), workers, deadline, progress);
        return plan(instance, priced, Optional.empty(), deadline);
    }

    /**
     * The same from some prices on.
     *
     * @param known sets of the same customers; where they keep every limit, the plan is worth no
     *     less
     */
    SendPlan plan(Instance instance, Start start, Optional<Counted> known) {
        Deadline deadline = deadline();
        Priced priced =
                Priced.from(start, instance, settings.targetGap(), workers, deadline, progress);
        return plan(instance, priced, known, deadline);
    }

    private Deadline deadline() {
        return Deadline.after(settings.timeLimit(), cancellation);
    }

    private SendPlan plan(
            Instance instance, Priced priced, Optional<Counted> known, Deadline deadline) {
        Plans plans = new Plans(instance, workers);
        Feasibility feasibility = new Feasibility(workers, deadline);
        Optional<Draft> draft =
                better(priced.draft(), known.flatMap(Pricing::kept))
                        .or(() -> Priced.cheapest(instance, workers, deadline))
                        .or(
                                () ->
                                        feasibility
                                                .plan(instance)
                                                .map(s -> Draft.of(instance, s, workers)));
        if (draft.isPresent()) {
            return plans.of(
                    draft.get(), known, priced.bound(), priced.bound().micros(), priced.curve());
        }
        Conflict conflict = Conflict.of(instance, feasibility);
        Outcome outcome = conflict.isProven() ? Outcome.INFEASIBLE : Outcome.NOT_FOUND;
        return plans.none(outcome, priced.bound(), conflict);
    }

    private static Optional<Draft> kept(Counted known) {
        return Optional.of(new Draft(known.instance(), known.sets(), known.sums()))
                .filter(Draft::keepsEveryLimit);
    }

    private static Optional<Draft> better(Optional<Draft> found, Optional<Draft> known) {
        boolean knownWins =
                known.isPresent() && (found.isEmpty() || found.get().value() < known.get().value());
        return knownWins ? known : found;
    }
}
