package dev.marginal.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

/** Adds up a plan's sends anew and compares them with every limit and with what the plan says. */
public final class PlanCheck {
    private PlanCheck() {}

    /** Fails unless the plan is what it says it is. */
    public static void check(SendPlan plan, OfferBook book, Budget budget, Rules rules) {
        Sends sends = new Sends(book, sets(plan, book));
        assertThat(plan.outcome()).isIn(Outcome.OPTIMAL, Outcome.FEASIBLE);
        assertThat(plan.customer()).isSorted();
        for (Limit limit : Sends.limits(book, budget, rules)) {
            assertThat(sends.keep(limit)).as("%s is kept", limit).isTrue();
        }
        for (LimitUse used : plan.limits()) {
            assertThat(used.use()).as(used.limit().name()).isEqualTo(sends.use(used.limit()));
        }
        assertThat(plan.valueMicros()).isEqualTo(sends.value());
        assertThat(plan.spendMicros()).isEqualTo(spend(plan, book));
        assertThat(plan.value()).isLessThanOrEqualTo(plan.bound());
        assertThat(plan.bound()).isLessThanOrEqualTo(plan.priceBound());
        if (plan.outcome() == Outcome.OPTIMAL) {
            assertThat(plan.gap()).isZero();
        }
    }

    /** The plan's sends by customer. */
    public static long[] sets(SendPlan plan, OfferBook book) {
        long[] sets = new long[book.customers()];
        for (int send = 0; send < plan.sends(); send++) {
            int customer = plan.customer()[send];
            int offer = plan.offer()[send];
            assertThat(sets[customer] >>> offer).as("sent twice or out of order").isZero();
            assertThat(Float.isNaN(book.value()[offer][customer])).as("not allowed").isFalse();
            sets[customer] |= 1L << offer;
        }
        return sets;
    }

    private static long spend(SendPlan plan, OfferBook book) {
        long spend = 0;
        for (int send = 0; send < plan.sends(); send++) {
            spend += Math.round(book.cost()[plan.offer()[send]][plan.customer()[send]] * 1e6);
        }
        return spend;
    }
}
