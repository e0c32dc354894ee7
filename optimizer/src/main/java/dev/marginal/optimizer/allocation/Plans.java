package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.BudgetCurve;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Sent;
import dev.marginal.optimizer.conflict.Conflict;
import dev.marginal.optimizer.kernel.Counted;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Sends;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.Bound;
import dev.marginal.optimizer.rounding.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Writes down what was found; value, spend and use are added up anew from the sends. */
final class Plans {
    private final Instance instance;
    private final Workers workers;

    Plans(Instance instance, Workers workers) {
        this.instance = instance;
        this.workers = workers;
    }

    /**
     * The sends of a draft that keeps every limit; a search's own sums are not trusted.
     *
     * @throws IllegalStateException if it does not, which is a defect of the search
     */
    SendPlan of(Draft found, Bound bound, long boundMicros, Optional<BudgetCurve> curve) {
        return of(found, Optional.empty(), bound, boundMicros, curve);
    }

    /**
     * The same, adding up only what differs from known sets.
     *
     * @param known sets of the same customers that were added up already
     * @throws IllegalStateException if it does not, which is a defect of the search
     */
    SendPlan of(
            Draft found,
            Optional<Counted> known,
            Bound bound,
            long boundMicros,
            Optional<BudgetCurve> curve) {
        Counted counted =
                known.map(one -> one.with(found.sets(), workers))
                        .orElseGet(() -> Counted.of(instance, found.sets(), workers));
        Draft draft = new Draft(instance, found.sets(), counted.sums());
        if (!draft.keepsEveryLimit()) {
            throw new IllegalStateException("The search ended with a plan that breaks a limit.");
        }
        Sent sent = sent(counted, known.isPresent());
        return plan(draft, sent, counted.sums(), bound, boundMicros, curve);
    }

    /**
     * The same of sends that are kept elsewhere; the plan lists none.
     *
     * @param sums what they add up to there
     * @throws IllegalStateException if that is not what was found
     */
    SendPlan settled(Draft found, Sums sums, Bound bound, Optional<BudgetCurve> curve) {
        Draft draft = new Draft(instance, found.sets(), sums);
        if (draft.value() != found.value() || !draft.keepsEveryLimit()) {
            throw new IllegalStateException("Not what was found, or it breaks a limit.");
        }
        return plan(draft, Sent.none(), sums, bound, bound.micros(), curve);
    }

    private SendPlan plan(
            Draft draft,
            Sent sent,
            Sums sums,
            Bound bound,
            long boundMicros,
            Optional<BudgetCurve> curve) {
        return new SendPlan(
                draft.value() >= boundMicros ? Outcome.OPTIMAL : Outcome.FEASIBLE,
                sent,
                draft.value(),
                sums.totalCost(),
                money(Math.max(draft.value(), boundMicros)),
                money(Math.max(bound.statedMicros(), draft.value())),
                uses(bound.prices(), draft),
                List.of(),
                List.of(),
                curve);
    }

    /** Beside a known plan, sends are listed only when somebody asks for the list. */
    private Sent sent(Counted counted, boolean besideKnown) {
        if (besideKnown) {
            long count = LongStream.of(counted.sums().sends()).sum();
            return Sent.sets(counted.sets(), Math.toIntExact(count));
        }
        Sends sends = Sends.of(counted.sets(), workers);
        return Sent.list(sends.customer(), sends.offer());
    }

    /** No sends: none were found. */
    SendPlan none(Outcome outcome, Bound bound, List<String> conflict) {
        return none(outcome, bound, new Conflict(conflict, List.of()));
    }

    /** No sends: either there are none, or none were found. */
    SendPlan none(Outcome outcome, Bound bound, Conflict conflict) {
        boolean refuted = outcome == Outcome.INFEASIBLE;
        return new SendPlan(
                outcome,
                new int[0],
                new byte[0],
                0,
                0,
                refuted ? 0 : money(bound.micros()),
                refuted ? 0 : money(bound.statedMicros()),
                uses(bound.prices(), nothing()),
                conflict.sentences(),
                conflict.relaxations(),
                Optional.empty());
    }

    private Draft nothing() {
        return new Draft(instance, new long[instance.customers()], instance.noSums());
    }

    private List<LimitUse> uses(double[] prices, Draft draft) {
        List<LimitUse> uses = new ArrayList<>();
        for (int row = 0; row < prices.length; row++) {
            Limit.Shared limit = instance.shared().get(row);
            uses.add(
                    new LimitUse(limit, draft.use(row), prices[row] / limit.microsPerUnit() + 0.0));
        }
        return uses;
    }

    private static double money(long micros) {
        return (double) micros / OfferBook.MICROS;
    }
}
