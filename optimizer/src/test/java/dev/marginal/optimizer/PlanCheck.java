package dev.marginal.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

/** Adds up a plan's sends anew and compares them with every limit and with what the plan says. */
public final class PlanCheck {
    private PlanCheck() {}

    /** Fails unless the plan is what it says it is. */
    public static void check(SendPlan plan, OfferBook book, Budget budget, Rules rules) {
        long[] sets = new long[book.customers()];
        long value = 0;
        long spend = 0;
        for (int send = 0; send < plan.sends(); send++) {
            int customer = plan.customer()[send];
            int offer = plan.offer()[send];
            assertThat(sets[customer] >>> offer & 1).as("sent twice").isZero();
            assertThat(book.allows(offer, customer)).as("allowed").isTrue();
            sets[customer] |= 1L << offer;
            value += book.valueMicros(offer, customer);
            spend += book.costMicros(offer, customer);
        }
        assertThat(plan.customer()).isSorted();
        assertThat(plan.valueMicros()).isEqualTo(value);
        assertThat(plan.spendMicros()).isEqualTo(spend);
        if (budget.atMost().isPresent()) {
            assertThat(spend).isLessThanOrEqualTo(OfferBook.micros(budget.atMost().getAsDouble()));
        }
        rules.limits(new Terms(book.offers())).forEach(limit -> check(limit, sets, book));
        plan.limits()
                .forEach(used -> assertThat(used.use()).isEqualTo(use(used.limit(), sets, book)));
        assertThat(plan.value()).isLessThanOrEqualTo(plan.bound());
        assertThat(plan.bound()).isLessThanOrEqualTo(plan.priceBound());
    }

    private static void check(Limit limit, long[] sets, OfferBook book) {
        if (limit instanceof Limit.Shared shared) {
            assertThat(use(shared, sets, book))
                    .as(limit.name())
                    .isBetween(shared.least(), shared.most());
        } else if (limit instanceof Limit.Personal personal) {
            for (long set : sets) {
                assertThat(Long.bitCount(set & limit.offers().bits()))
                        .as(limit.name())
                        .isLessThanOrEqualTo(personal.most());
            }
        }
    }

    private static long use(Limit.Shared limit, long[] sets, OfferBook book) {
        long use = 0;
        for (int customer = 0; customer < sets.length; customer++) {
            for (int offer = 0; offer < book.offers().size(); offer++) {
                if ((sets[customer] & limit.offers().bits() & 1L << offer) != 0) {
                    boolean sends = limit.charge() == Limit.Charge.SENDS;
                    use += sends ? 1 : book.costMicros(offer, customer);
                }
            }
        }
        return use;
    }
}
