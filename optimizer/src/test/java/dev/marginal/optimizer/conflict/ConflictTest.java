package dev.marginal.optimizer.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.rules.Allowance;
import dev.marginal.optimizer.rules.AmountCap;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.Exclusion;
import dev.marginal.optimizer.rules.MinimumReach;
import dev.marginal.optimizer.rules.MinimumRoi;
import dev.marginal.optimizer.rules.OfferCap;
import dev.marginal.optimizer.rules.OfferQuota;
import dev.marginal.optimizer.rules.SegmentBudget;
import dev.marginal.optimizer.rules.SegmentShare;
import dev.marginal.optimizer.rules.SlotsLeft;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.tables.Execution;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten thousand customers, two coupons at 5.27 and a push at 0.01; too many for CP-SAT to help. */
class ConflictTest {
    private static final int CUSTOMERS = 10_000;
    private static final Scope PUSH = new Scope.OfChannel("push");
    private static final Scope COUPONS = new Scope.OfChannel("coupon");
    private static final Scope COUPON_5 = new Scope.Of(List.of("coupon_5"));

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

    @Test
    void a_floor_and_a_cap_of_sends_say_how_many_are_missing() {
        assertThat(
                        room(
                                Budget.of(1e6),
                                OfferQuota.atLeast("coupon_10", 5_000),
                                ChannelCap.sends("coupon", 1_000)))
                .containsExactly(
                        "offer coupon_10 needs 4,000 more sends than channel coupon allows: 1,000"
                                + " sends would fit",
                        "channel coupon: 5,000 sends would be enough instead of 1,000, 4,000 more");
    }

    @Test
    void a_floor_and_a_budget_say_how_much_is_missing_to_the_cent() {
        assertThat(room(Budget.of(100), OfferQuota.atLeast("coupon_10", 5_000)))
                .containsExactly(
                        "offer coupon_10: 18 sends would fit instead of 5,000, 4,982 fewer",
                        "budget: 26,350.00 would be enough instead of 100.00, 26,250.00 more");
    }

    @Test
    void a_floor_beyond_the_customers_can_only_be_lowered() {
        assertThat(room(Budget.of(1e6), OfferQuota.atLeast("push", 12_000)))
                .containsExactly(
                        "offer push: 9,000 sends would fit instead of 12,000, 3,000 fewer");
    }

    @Test
    void a_personal_limit_may_give_way() {
        assertThat(
                        room(
                                Budget.unlimited(),
                                OfferQuota.atLeast("coupon_5", 6_000),
                                OfferQuota.atLeast("coupon_10", 6_000),
                                Exclusion.of("coupon_5", "coupon_10")))
                .containsExactly(
                        "offer coupon_5: 4,000 sends would fit instead of 6,000, 2,000 fewer",
                        "offer coupon_10: 4,000 sends would fit instead of 6,000, 2,000 fewer",
                        "one of coupon_5, coupon_10: 2 to one customer would be enough instead of"
                                + " 1");
    }

    @Test
    void a_change_that_leaves_another_conflict_says_so() {
        assertThat(
                        room(
                                Budget.of(10_540),
                                OfferQuota.atLeast("coupon_10", 5_000),
                                ChannelCap.sends("coupon", 1_000)))
                .containsExactly(
                        "offer coupon_10 needs 4,000 more sends than channel coupon allows: 1,000"
                                + " sends would fit",
                        "channel coupon: 5,000 sends would be enough instead of 1,000, 4,000 more,"
                                + " but other limits still fight then");
    }

    @Test
    void a_reach_names_its_segment_and_who_can_be_reached() {
        MinimumReach reach = new MinimumReach(PUSH, Segment.of("stage", "new"), 2_800);
        assertThat(conflict(Budget.unlimited(), reach))
                .containsExactly(
                        "minimum reach of push, stage new needs at least 2,800 sends",
                        "2,200 of 2,500 customers of stage new may get push");
        assertThat(room(Budget.unlimited(), reach))
                .containsExactly(
                        "minimum reach of push, stage new: 2,200 sends would fit instead of 2,800,"
                                + " 600 fewer");
    }

    @Test
    void a_return_names_the_highest_that_can_be_kept() {
        MinimumRoi roi = new MinimumRoi(new BigDecimal("1.5"), COUPONS, Segment.EVERYONE);
        OfferQuota quota = OfferQuota.atLeast("coupon_10", 4_000);
        assertThat(conflict(Budget.unlimited(), quota, roi))
                .containsExactly(
                        "offer coupon_10 needs at least 4,000 sends",
                        "minimum ROI 1.5 of coupon has to be kept");
        assertThat(room(Budget.unlimited(), quota, roi))
                .contains("minimum ROI 1.5 of coupon: 1.27 is the highest that can be kept");
    }

    @Test
    void a_share_names_the_lowest_that_can_be_kept() {
        SegmentShare share =
                new SegmentShare(
                        "stage",
                        Charge.SENDS,
                        Optional.empty(),
                        Optional.of(new BigDecimal("0.25")));
        assertThat(
                        room(
                                Budget.unlimited(),
                                share,
                                new MinimumReach(COUPON_5, Segment.of("stage", "new"), 2_400),
                                cap(6_000)))
                .contains(
                        "stage new, at most 25 % of sends: 40.0 % is the lowest that can be kept");
    }

    @Test
    void many_limits_are_told_in_one_sentence_with_what_they_leave_together() {
        SegmentBudget budgets =
                new SegmentBudget("region", Scope.ANY, Map.of(), Allowance.sends(0, 300));
        MinimumReach reach = new MinimumReach(Scope.ANY, Segment.EVERYONE, 7_000);
        assertThat(conflict(Budget.unlimited(), reach, budgets))
                .containsExactly(
                        "minimum reach needs at least 7,000 sends",
                        "20 limits allow at most: region r0 300; region r1 300; region r2 300;"
                                + " region r3 300; region r4 300; region r5 300; region r6 300;"
                                + " region r7 300; region r8 300; region r9 300; region r10 300;"
                                + " region r11 300; and 8 more",
                        "together they leave room for at most 6,000 sends");
        assertThat(room(Budget.unlimited(), reach, budgets))
                .hasSize(4)
                .startsWith(
                        "minimum reach: 6,000 sends would fit instead of 7,000, 1,000 fewer",
                        "region r0: 1,300 sends would be enough instead of 300, 1,000 more")
                .endsWith("18 more of these limits were not tried one by one");
    }

    @Test
    void a_further_amount_is_told_in_its_own_unit() {
        AmountCap minutes =
                new AmountCap(
                        "minutes",
                        Scope.ANY,
                        Segment.EVERYONE,
                        OptionalDouble.empty(),
                        OptionalDouble.of(1_000));
        OfferQuota quota = OfferQuota.atLeast("coupon_5", 1_000);
        assertThat(conflict(Budget.unlimited(), quota, minutes))
                .containsExactly(
                        "offer coupon_5 needs at least 1,000 sends",
                        "minutes allows at most 1,000");
        assertThat(room(Budget.unlimited(), quota, minutes))
                .containsExactly(
                        "offer coupon_5: 400 sends would fit instead of 1,000, 600 fewer",
                        "minutes: 2,500 would be enough instead of 1,000, 1,500 more");
    }

    @Test
    void any_number_of_threads_says_the_same() {
        Rule[] rules = {
            OfferQuota.atLeast("coupon_5", 4_000), OfferQuota.atLeast("coupon_10", 4_000)
        };
        assertThat(conflictOf(7, Budget.of(40_000), rules))
                .isEqualTo(conflictOf(1, Budget.of(40_000), rules));
    }

    @Test
    void what_a_cap_leaves_to_some_customers_fights_a_floor_in_words() {
        Rule[] rules = {
            OfferQuota.atLeast("coupon_5", 9_000), new SlotsLeft("weekly", COUPONS, "left")
        };
        assertThat(conflict(Budget.unlimited(), rules))
                .containsExactly(
                        "offer coupon_5 needs at least 9,000 sends",
                        "weekly, 0 left: at most 0 of coupon_5, coupon_10 to one customer of left 0",
                        "6,000 of 10,000 customers may get coupon_5");
        assertThat(room(Budget.unlimited(), rules))
                .containsExactly(
                        "offer coupon_5: 6,000 sends would fit instead of 9,000, 3,000 fewer",
                        "weekly, 0 left: 1 to one customer of left 0 would be enough instead of 0");
    }

    private static OfferCap cap(long most) {
        return new OfferCap(
                List.of("coupon_5", "coupon_10", "push"),
                Segment.EVERYONE,
                Allowance.sends(0, most));
    }

    private static List<String> conflict(Budget budget, Rule... rules) {
        return conflictOf(1, budget, rules).sentences();
    }

    private static List<String> room(Budget budget, Rule... rules) {
        return conflictOf(1, budget, rules).relaxations();
    }

    private static Conflict conflictOf(int threads, Budget budget, Rule... rules) {
        Instance instance = Instance.of(book(), budget, Rules.of(rules));
        try (Workers workers = new Workers(new Execution(threads))) {
            Deadline deadline = Deadline.after(Duration.ofMinutes(1));
            return Conflict.of(instance, new Feasibility(workers, deadline));
        }
    }

    private static OfferBook book() {
        float[][] value = new float[3][CUSTOMERS];
        float[][] cost = new float[3][CUSTOMERS];
        float[][] minutes = new float[3][CUSTOMERS];
        int[] stage = new int[CUSTOMERS];
        int[] region = new int[CUSTOMERS];
        int[] left = new int[CUSTOMERS];
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            value[2][customer] = customer < 1_000 ? Float.NaN : 1;
            cost[0][customer] = 5.27f;
            cost[1][customer] = 5.27f;
            cost[2][customer] = 0.01f;
            value[0][customer] = 7;
            value[1][customer] = 6;
            minutes[0][customer] = 2.5f;
            stage[customer] = customer / 100 % 4;
            region[customer] = customer % 20;
            left[customer] = customer % 5 / 2;
        }
        return new OfferBook(
                List.of(
                        new Offer("coupon_5", "coupon"),
                        new Offer("coupon_10", "coupon"),
                        new Offer("push", "push")),
                value,
                cost,
                List.of(
                        new Segmentation("left", List.of("0", "1", "plenty"), left),
                        new Segmentation("stage", List.of("new", "first", "second", "old"), stage),
                        new Segmentation(
                                "region",
                                IntStream.range(0, 20).mapToObj(r -> "r" + r).toList(),
                                region)),
                List.of(new Measure("minutes", minutes)));
    }
}
