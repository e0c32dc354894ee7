package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SearchProgress;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.conflict.Conflict;
import dev.marginal.optimizer.conflict.Feasibility;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.Bound;
import dev.marginal.optimizer.rounding.Draft;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.IntegerAnswer.Proof;
import dev.marginal.optimizer.whole.Fixed;
import dev.marginal.optimizer.whole.WholeModel;
import dev.marginal.tables.Execution;
import java.util.List;
import java.util.Optional;

/**
 * Plans small campaigns, up to some ten thousand customers × offers, and proves the plan the best.
 *
 * <p>Prices come first, as for large campaigns: they give a plan and a bound, and a send whose
 * regret is larger than the difference of the two is in no better plan. CP-SAT decides all sends
 * that are left, in whole micro-units, so that its proof is exact. Where its effort runs out before
 * the proof, the outcome is FEASIBLE and the gap is said; and likewise where the target is a gap
 * that leaves something to be gained, and prices alone reach it.
 *
 * @see <a href="https://doi.org/10.1287/opre.28.5.1130">Balas, Zemel (1980), An algorithm for large
 *     zero-one knapsack problems, Operations Research 28(5)</a>
 */
public final class ExactAllocator implements Allocator {
    /** Enough for most proofs; beyond it the last millionths of a gap cost a user minutes. */
    private static final double EFFORT = 6;

    /** For those who ask for nothing but the best: a gap of 0. */
    private static final double ALL_EFFORT = 60;

    /** Up to here a target asks for the best; beyond it, for a plan that is proven as near. */
    private static final double AS_GOOD_AS_BEST = 1e-6;

    private final AllocatorSettings settings;
    private final Execution execution;
    private final Cancellation cancellation;

    public ExactAllocator(AllocatorSettings settings, Execution execution) {
        this(settings, execution, new Cancellation());
    }

    /** An allocator whose searches keep the best plan so far when cancelled. */
    public ExactAllocator(
            AllocatorSettings settings, Execution execution, Cancellation cancellation) {
        this.settings = settings;
        this.execution = execution;
        this.cancellation = cancellation;
    }

    @Override
    public SendPlan allocate(OfferBook offers, Budget budget, Rules rules) {
        Instance instance = Instance.of(offers, budget, rules);
        Deadline deadline = Deadline.after(settings.timeLimit(), cancellation);
        try (Workers workers = new Workers(execution)) {
            Priced priced =
                    Priced.of(instance, target(), workers, deadline, SearchProgress.UNHEARD);
            Optional<Draft> known = priced.draft();
            if (priced.reaches(target())) {
                return new Plans(instance, workers)
                        .of(
                                known.orElseThrow(),
                                priced.bound(),
                                priced.bound().micros(),
                                priced.curve());
            }
            WholeModel.Answer answer = solve(instance, priced, deadline);
            return answer.proof() == Proof.NONE_EXIST && known.isEmpty()
                    ? infeasible(instance, priced.bound(), workers, deadline)
                    : plan(instance, priced, answer, workers);
        }
    }

    /** The gap that ends the search; none where all that is left is worth some seconds. */
    private double target() {
        return settings.targetGap() > AS_GOOD_AS_BEST ? settings.targetGap() : 0;
    }

    private WholeModel.Answer solve(Instance instance, Priced priced, Deadline deadline) {
        Bound bound = priced.bound();
        Fixed fixed =
                priced.draft()
                        .map(
                                draft ->
                                        Fixed.by(
                                                instance,
                                                bound.prices(),
                                                bound.micros() - draft.value()))
                        .orElseGet(() -> Fixed.nothing(instance));
        WholeModel model = new WholeModel(instance, fixed);
        priced.draft().ifPresent(draft -> model.hint(draft::set));
        return model.solve(settings.targetGap() == 0 ? ALL_EFFORT : EFFORT, deadline);
    }

    private static SendPlan plan(
            Instance instance, Priced priced, WholeModel.Answer answer, Workers workers) {
        Optional<Draft> draft = priced.draft();
        if (answer.found()) {
            Draft found = Draft.of(instance, answer.sets(), workers);
            draft =
                    draft.filter(known -> known.value() > found.value())
                            .or(() -> Optional.of(found));
        }
        long bound = Math.min(priced.bound().micros(), answer.bound());
        Plans plans = new Plans(instance, workers);
        return draft.isPresent()
                ? plans.of(draft.get(), priced.bound(), bound, priced.curve())
                : plans.none(Outcome.NOT_FOUND, priced.bound(), List.of());
    }

    private static SendPlan infeasible(
            Instance instance, Bound bound, Workers workers, Deadline deadline) {
        Feasibility feasibility = new Feasibility(workers, deadline);
        return new Plans(instance, workers)
                .none(Outcome.INFEASIBLE, bound, Conflict.of(instance, feasibility));
    }
}
