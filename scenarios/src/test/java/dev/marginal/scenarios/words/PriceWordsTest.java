package dev.marginal.scenarios.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.rules.MinimumRoi;
import dev.marginal.optimizer.rules.SegmentShare;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.uplift.UpliftScores;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two offers to two customers: a push for 1.00 to Ann in the north, a coupon for 3.00 to Ben. */
class PriceWordsTest {
    private static final OfferBook BOOK =
            new OfferBook(
                    List.of(
                            new Offer("push", "push"),
                            new Offer("five", "coupon"),
                            new Offer("ten", "coupon")),
                    new float[][] {{10, 10}, {10, 10}, {10, 10}},
                    new float[][] {{1, 1}, {3, 3}, {6, 6}},
                    List.of(
                            new Segmentation(
                                    "region", List.of("north", "south"), new int[] {0, 1})),
                    List.of());
    private static final OfferSet PUSH = new OfferSet(1);
    private static final OfferSet COUPONS = new OfferSet(6);
    private static final OfferSet ALL = new OfferSet(7);
    private static final Segment NORTH = Segment.of("region", "north");

    @Test
    void more_sends_of_a_channel_are_told_in_steps_that_fit_their_number() {
        Limit limit = Limit.sends("channel push, sends", PUSH, 0, 40_000);

        assertThat(words(limit, 40_000, 0.212))
                .isEqualTo("another 1,000 sends of push earns 212.00 USD");
        assertThat(words(limit, 4_000, 0.212))
                .isEqualTo("another 100 sends of push earns 21.20 USD");
        assertThat(words(limit, 40, 0.212)).isEqualTo("one more send of push earns 0.21 USD");
    }

    @Test
    void more_money_is_told_with_its_offers_and_its_customers() {
        assertThat(words(Limit.spend("budget", ALL, 2_500), 2_500_000_000L, 1.5772))
                .isEqualTo("another 100 USD earns 157.72 USD");
        assertThat(words(Limit.spend("x", COUPONS, NORTH, 0, 5), 5_000_000, 2))
                .isEqualTo("one more USD on coupon for region north earns 2.00 USD");
        assertThat(words(Limit.spend("x", new OfferSet(5), 50), 5_000_000, 2))
                .isEqualTo("one more USD on push + ten earns 2.00 USD");
    }

    @Test
    void what_a_floor_asks_for_costs_something() {
        Segment old = Segment.of("age >= 60", "yes");

        assertThat(words(Limit.sends("x", ALL, old, 500, Limit.Shared.UNLIMITED), 500, -0.5))
                .isEqualTo("one send fewer where age >= 60 would earn 0.50 USD");
        assertThat(words(Limit.spend("x", ALL, NORTH, 2_000, 3_000), 2_000_000_000L, -0.5))
                .isEqualTo("100 USD less for region north would earn 50.00 USD");
    }

    @Test
    void a_further_amount_has_its_own_unit() {
        Limit.Part part = new Limit.Part(ALL, Segment.EVERYONE, new Charge("minutes"), 1);
        Limit limit =
                new Limit.Shared("minutes", List.of(part), Limit.Shared.NO_FLOOR, 900_000_000);

        assertThat(words(limit, 900_000_000, 0.3))
                .isEqualTo("one more unit of minutes earns 0.30 USD");
        assertThat(words(limit, 5_000_000_000L, 0.3))
                .isEqualTo("another 100 minutes earns 30.00 USD");
    }

    @Test
    void a_minimum_roi_is_told_by_what_a_lower_one_would_earn() {
        Rule roi = new MinimumRoi(new BigDecimal("2.5"), Scope.ANY, Segment.EVERYONE);

        // The plan spends 4.00, the row weighs the value with 2: 0.1 × 4.00 × 2 × 5.
        assertThat(words(only(roi), 0, 5))
                .isEqualTo("a minimum that is 0.1 lower would earn about 4.00 USD");
    }

    @Test
    void a_share_is_told_by_percentage_points_of_the_whole_plan() {
        Rule most =
                new SegmentShare(
                        "region",
                        Charge.COST,
                        Optional.empty(),
                        Optional.of(new BigDecimal("0.4")));
        Rule least =
                new SegmentShare(
                        "region",
                        Charge.SENDS,
                        Optional.of(new BigDecimal("0.5")),
                        Optional.empty());

        // One percentage point of 4.00 spent is 0.04, the row weighs it with 5: 0.04 × 5 × 10.
        assertThat(words(only(most), 0, 10))
                .isEqualTo("one percentage point more would earn about 2.00 USD");
        // One percentage point of two sends, weighed with 2: 0.02 × 2 × 100.
        assertThat(words(only(least), 0, -100))
                .isEqualTo("one percentage point less would earn about 4.00 USD");
    }

    @Test
    void the_price_of_the_variance_is_part_of_the_budgets() {
        Limit.Part part = new Limit.Part(ALL, Segment.EVERYONE, new Charge(Budget.VARIANCE), 1);
        Limit.Shared limit =
                new Limit.Shared("budget at 95 %", List.of(part), Limit.Shared.NO_FLOOR, 9);

        assertThat(PriceWords.isTold(new LimitUse(limit, 9, 0.1))).isFalse();
    }

    private static Limit only(Rule rule) {
        return rule.limits(Terms.of(BOOK)).findFirst().orElseThrow();
    }

    private static String words(Limit limit, long use, double price) {
        SendPlan sends =
                new SendPlan(
                        Outcome.OPTIMAL,
                        new int[] {0, 1},
                        new byte[] {0, 1},
                        20_000_000,
                        4_000_000,
                        20,
                        20,
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty());
        UpliftScores scores =
                new UpliftScores(List.of("push"), new float[1][2], new float[1][2], new float[2]);
        return new PriceWords(new CampaignPlan(scores, BOOK, sends), new Words("USD"))
                .price(new LimitUse((Limit.Shared) limit, use, price));
    }
}
