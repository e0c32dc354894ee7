package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.kernel.Columns;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.Bound;
import dev.marginal.optimizer.rounding.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what was found; value, spend and use are added up anew from the sends. */
final class Plans {
    private final Instance instance;
    private final Workers workers;

    Plans(Instance instance, Workers workers) {
        this.instance = instance;
        this.workers = workers;
    }

    /** The sends of a draft that keeps every limit. */
    SendPlan of(Draft found, Bound bound, long boundMicros) {
        Draft draft = recounted(found);
        Outcome outcome = draft.value() >= boundMicros ? Outcome.OPTIMAL : Outcome.FEASIBLE;
        int sends = 0;
        for (int customer = 0; customer < instance.customers(); customer++) {
            sends += Long.bitCount(draft.set(customer));
        }
        int[] customers = new int[sends];
        byte[] offers = new byte[sends];
        long spend = 0;
        int send = 0;
        Columns columns = instance.columns();
        for (int customer = 0; customer < instance.customers(); customer++) {
            for (long left = draft.set(customer); left != 0; left &= left - 1) {
                int offer = Long.numberOfTrailingZeros(left);
                spend += columns.costMicros(offer, customer);
                customers[send] = customer;
                offers[send++] = (byte) offer;
            }
        }
        return new SendPlan(
                outcome,
                customers,
                offers,
                draft.value(),
                spend,
                money(Math.max(draft.value(), boundMicros)),
                money(Math.max(bound.statedMicros(), draft.value())),
                uses(bound.prices(), draft),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** No sends: either there are none, or none were found. */
    SendPlan none(Outcome outcome, Bound bound, List<String> conflict) {
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
                conflict,
                List.of(),
                Optional.empty());
    }

    private Draft nothing() {
        return new Draft(instance, new long[instance.customers()], instance.noSums());
    }

    /** Guards against a defect of the search: its own sums are not trusted. */
    private Draft recounted(Draft draft) {
        long[] sets = draft.sets().clone();
        for (int customer = 0; customer < sets.length; customer++) {
            if (!instance.personal().admits(sets[customer])) {
                throw new IllegalStateException(
                        "The search gave customer " + customer + " a set that is not admissible.");
            }
        }
        Draft recounted = Draft.of(instance, sets, workers);
        if (!recounted.keepsEveryLimit()) {
            throw new IllegalStateException("The search ended with a plan that breaks a limit.");
        }
        return recounted;
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
