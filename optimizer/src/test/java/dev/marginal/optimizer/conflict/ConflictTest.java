package dev.marginal.optimizer.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.Exclusion;
import dev.marginal.optimizer.rules.OfferQuota;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.tables.Execution;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten thousand customers, two coupons at 5.27 and a push at 0.01; too many for CP-SAT to help. */
class ConflictTest {
    private static final int CUSTOMERS = 10_000;

    @Test
    void a_floor_fights_the_cap_of_its_channel() {
        assertThat(
                        conflict(
                                Budget.of(1e6),
                                new ContactLimit(Scope.ANY, 2),
                                OfferQuota.atLeast("coupon_10", 5_000),
                                ChannelCap.sends("coupon", 1_000),
                                ChannelCap.sends("push", 9_000)))
                .containsExactly(
                        "offer coupon_10 needs at least 5,000 sends",
                        "channel coupon allows at most 1,000 sends");
    }

    @Test
    void a_floor_fights_the_budget() {
        assertThat(
                        conflict(
                                Budget.of(100),
                                ChannelCap.sends("coupon", 6_000),
                                OfferQuota.atLeast("coupon_10", 5_000)))
                .containsExactly(
                        "offer coupon_10 needs at least 5,000 sends",
                        "budget allows at most 100.00, the cheapest 5,000 sends of coupon_10 cost"
                                + " 26,350.00");
    }

    @Test
    void a_floor_fights_the_number_of_customers() {
        assertThat(conflict(Budget.of(1e6), OfferQuota.atLeast("push", 12_000)))
                .containsExactly(
                        "offer push needs at least 12,000 sends",
                        "9,000 of 10,000 customers may get push");
    }

    @Test
    void two_floors_fight_the_contact_limit() {
        assertThat(
                        conflict(
                                Budget.unlimited(),
                                OfferQuota.atLeast("coupon_5", 6_000),
                                OfferQuota.atLeast("coupon_10", 6_000),
                                new ContactLimit(new Scope.OfChannel("push"), 1),
                                Exclusion.of("coupon_5", "coupon_10")))
                .containsExactly(
                        "offer coupon_5 needs at least 6,000 sends",
                        "offer coupon_10 needs at least 6,000 sends",
                        "one of coupon_5, coupon_10: at most 1 of coupon_5, coupon_10 to one"
                                + " customer",
                        "10,000 of 10,000 customers may get coupon_5",
                        "10,000 of 10,000 customers may get coupon_10");
    }

    @Test
    void two_floors_fight_the_budget_together() {
        assertThat(
                        conflict(
                                Budget.of(40_000),
                                OfferQuota.atLeast("coupon_5", 4_000),
                                OfferQuota.atLeast("coupon_10", 4_000)))
                .containsExactly(
                        "offer coupon_5 needs at least 4,000 sends",
                        "offer coupon_10 needs at least 4,000 sends",
                        "budget allows at most 40,000.00");
    }

    @Test
    void limits_that_can_hold_together_do_not_fight() {
        assertThat(conflict(Budget.of(26_350), OfferQuota.atLeast("coupon_10", 5_000))).isEmpty();
        assertThat(conflict(Budget.of(26_349.99), OfferQuota.atLeast("coupon_10", 5_000)))
                .hasSize(2);
    }

    private static List<String> conflict(Budget budget, Rule... rules) {
        Instance instance = Instance.of(book(), budget, Rules.of(rules));
        try (Workers workers = new Workers(new Execution(1))) {
            Deadline deadline = Deadline.after(Duration.ofMinutes(1));
            return Conflict.of(instance, new Feasibility(workers, deadline)).sentences();
        }
    }

    private static OfferBook book() {
        float[][] value = new float[3][CUSTOMERS];
        float[][] cost = new float[3][CUSTOMERS];
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            value[2][customer] = customer < 1_000 ? Float.NaN : 1;
            cost[0][customer] = 5.27f;
            cost[1][customer] = 5.27f;
            cost[2][customer] = 0.01f;
        }
        return new OfferBook(
                List.of(
                        new Offer("coupon_5", "coupon"),
                        new Offer("coupon_10", "coupon"),
                        new Offer("push", "push")),
                value,
                cost);
    }
}
