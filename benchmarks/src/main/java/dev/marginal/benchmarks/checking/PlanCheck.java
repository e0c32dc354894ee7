package dev.marginal.benchmarks.checking;

import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a plan send by send: every limit's use, the value and the spend as exact sums of whole
 * micro-units.
 */
public final class PlanCheck {
    private final AllocationProblem problem;
    private final OfferBook book;

    public PlanCheck(AllocationProblem problem) {
        this.problem = problem;
        this.book = problem.book();
    }

    /** Everything that is wrong with the plan; nothing for a plan that keeps every limit. */
    public List<Violation> violations(SendPlan plan) {
        List<Violation> found = new ArrayList<>(disorder(plan));
        if (!found.isEmpty()) {
            return found;
        }
        for (Limit limit : problem.limits()) {
            if (limit instanceof Limit.Shared shared) {
                found.addAll(broken(shared, plan));
            } else if (limit instanceof Limit.Personal personal) {
                found.addAll(broken(personal, plan));
            }
        }
        found.addAll(differing("value", plan.valueMicros(), total(Charge.VALUE, plan)));
        found.addAll(differing("spend", plan.spendMicros(), total(Charge.COST, plan)));
        return found;
    }

    /** Sends that no customer can get, or twice the same. */
    private List<Violation> disorder(SendPlan plan) {
        for (int send = 0; send < plan.sends(); send++) {
            int customer = plan.customer()[send];
            int offer = plan.offer()[send];
            boolean exists =
                    customer >= 0
                            && customer < book.customers()
                            && offer >= 0
                            && offer < book.offers().size()
                            && book.allows(offer, customer);
            if (!exists || !follows(plan, send)) {
                return List.of(Violation.of("send " + send + " is no send, or out of order", 1, 1));
            }
        }
        return List.of();
    }

    private static boolean follows(SendPlan plan, int send) {
        if (send == 0) {
            return true;
        }
        int step = Integer.compare(plan.customer()[send - 1], plan.customer()[send]);
        return step < 0 || step == 0 && plan.offer()[send - 1] < plan.offer()[send];
    }

    private List<Violation> broken(Limit.Shared limit, SendPlan plan) {
        long use = 0;
        for (Limit.Part part : limit.parts()) {
            use = Math.addExact(use, Math.multiplyExact(part.weight(), sum(part, plan)));
        }
        if (limit.hasCeiling() && use > limit.most()) {
            return List.of(Violation.of(limit.name(), use - limit.most(), limit.most()));
        }
        if (limit.hasFloor() && use < limit.least()) {
            return List.of(Violation.of(limit.name(), limit.least() - use, limit.least()));
        }
        return List.of();
    }

    private long sum(Limit.Part part, SendPlan plan) {
        Members members = Members.of(part.where(), book);
        long sum = 0;
        for (int send = 0; send < plan.sends(); send++) {
            int customer = plan.customer()[send];
            int offer = plan.offer()[send];
            if (part.offers().contains(offer) && members.include(customer)) {
                sum += amount(part.charge(), offer, customer);
            }
        }
        return sum;
    }

    private List<Violation> broken(Limit.Personal limit, SendPlan plan) {
        Members members = Members.of(limit.where(), book);
        long excess = 0;
        int counted = 0;
        for (int send = 0; send < plan.sends(); send++) {
            boolean another = send == 0 || plan.customer()[send] != plan.customer()[send - 1];
            counted = another ? 0 : counted;
            boolean counts = limit.offers().contains(plan.offer()[send]);
            counted += counts && members.include(plan.customer()[send]) ? 1 : 0;
            excess = Math.max(excess, counted - limit.most());
        }
        return excess > 0 ? List.of(Violation.of(limit.name(), excess, limit.most())) : List.of();
    }

    private long total(Charge charge, SendPlan plan) {
        long sum = 0;
        for (int send = 0; send < plan.sends(); send++) {
            sum += amount(charge, plan.offer()[send], plan.customer()[send]);
        }
        return sum;
    }

    private static List<Violation> differing(String what, long told, long found) {
        return told == found
                ? List.of()
                : List.of(Violation.of(what + " told wrongly", Math.abs(told - found), found));
    }

    private long amount(Charge charge, int offer, int customer) {
        if (charge.equals(Charge.SENDS)) {
            return 1;
        }
        if (charge.equals(Charge.COST)) {
            return OfferBook.micros(book.cost()[offer][customer]);
        }
        if (charge.equals(Charge.VALUE)) {
            return OfferBook.micros(book.value()[offer][customer]);
        }
        throw new IllegalArgumentException("The benchmarks have no measure " + charge + ".");
    }
}
