package dev.marginal.optimizer.rules;

import static dev.marginal.optimizer.rules.RuleVerifier.verifyThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rules that speak of some customers, of value, or of a further amount. */
class SegmentRulesTest {
    private static final String OFFERS = "ann: email, push, coupon/five, coupon/ten";
    private static final Segment NEW = Segment.of("stage", "new");
    private static final Scope COUPON = new Scope.OfChannel("coupon");

    @Test
    void a_minimum_reach_is_a_floor_for_some_customers() {
        given(new MinimumReach(Scope.ANY, NEW, 5))
                .shares(
                        "minimum reach, stage new, sends: 5 to any sends of [email, push, five, ten] in stage new");
        given(new MinimumReach(COUPON, Segment.EVERYONE, 5))
                .shares("minimum reach of coupon, sends: 5 to any sends of [five, ten]");
    }

    @Test
    void a_minimum_roi_weighs_cost_against_value_in_whole_numbers() {
        given(new MinimumRoi(new BigDecimal("1.50"), COUPON, NEW))
                .shares(
                        "minimum ROI 1.5 of coupon, stage new: any to 0 3 × cost of [five, ten] in stage new"
                                + " and -2 × value of [five, ten] in stage new");
        given(new MinimumRoi(BigDecimal.ZERO, COUPON, Segment.EVERYONE))
                .shares("minimum ROI 0 of coupon: any to 0 -1 × value of [five, ten]");
        given(new MinimumRoi(new BigDecimal("0.0001"), COUPON, Segment.EVERYONE))
                .shares(
                        "minimum ROI 0.0001 of coupon: any to 0 cost of [five, ten]"
                                + " and -10000 × value of [five, ten]");
    }

    @Test
    void a_segment_budget_limits_named_values_and_all_others_alike() {
        Allowance thousand = Allowance.spend(0, 1000);
        Rule rule =
                new SegmentBudget("stage", COUPON, Map.of("new", thousand), Allowance.sends(2, 9));
        given(rule)
                .shares(
                        "stage new of coupon, spend: any to 1000000000 cost of [five, ten] in stage new",
                        "stage active of coupon, sends: 2 to 9 sends of [five, ten] in stage active");
    }

    @Test
    void a_segment_budget_without_others_limits_the_named_values_alone() {
        given(
                        new SegmentBudget(
                                "stage",
                                Scope.ANY,
                                Map.of("active", Allowance.sends(0, 3)),
                                Allowance.NONE))
                .shares(
                        "stage active, sends: any to 3 sends of [email, push, five, ten] in stage active");
    }

    @Test
    void co_funding_keeps_each_payer_within_its_own_budget_and_lets_no_other_pay() {
        given(new CoFunding("stage", COUPON, List.of("ten"), Map.of("new", 900.0)))
                .shares(
                        "stage new of coupon, co-funding: any to 900000000 co_funding of [ten] in stage new",
                        "stage active of coupon, nobody pays: any to 0 sends of [ten] in stage active");
    }

    @Test
    void co_funding_by_one_payer_counts_whoever_gets_the_offers() {
        given(CoFunding.of(List.of("ten"), 12.5))
                .shares("co-funding of ten: any to 12500000 co_funding of [ten]");
    }

    @Test
    void co_funding_needs_payers_that_there_are() {
        assertThatThrownBy(
                        () ->
                                given(
                                                new CoFunding(
                                                        "stage",
                                                        COUPON,
                                                        List.of("ten"),
                                                        Map.of("nwe", 900.0)))
                                        .limits())
                .hasMessage("value of stage (nwe) must be one of new, active. Did you mean 'new'?");
        assertThatThrownBy(() -> new CoFunding("stage", COUPON, List.of("ten"), Map.of()))
                .hasMessage("co-funding budgets (none) must be one or more.");
        assertThatThrownBy(() -> new CoFunding("stage", COUPON, List.of("ten"), Map.of("", 5.0)))
                .hasMessage("payers of stage ([]) must be its values.");
    }

    @Test
    void a_segment_share_weighs_each_value_against_the_whole_plan() {
        given(
                        new SegmentShare(
                                "stage",
                                Charge.COST,
                                Optional.of(new BigDecimal("0.1")),
                                Optional.of(new BigDecimal("0.4"))))
                .shares(
                        share("stage new, at most 40 % of spend: any to 0 5", "-2", "new"),
                        share("stage new, at least 10 % of spend: 0 to any 10", "-1", "new"),
                        share("stage active, at most 40 % of spend: any to 0 5", "-2", "active"),
                        share("stage active, at least 10 % of spend: 0 to any 10", "-1", "active"));
    }

    @Test
    void an_offer_cap_limits_a_group_of_offers() {
        given(new OfferCap(List.of("push", "ten"), NEW, Allowance.spend(10, 20)))
                .shares(
                        "offers push + ten, stage new, spend: 10000000 to 20000000 cost of [push, ten] in stage new");
    }

    @Test
    void an_amount_cap_counts_a_measure() {
        verifyThat(
                        new AmountCap(
                                "minutes",
                                Scope.ANY,
                                Segment.of("age >= 30", "yes"),
                                OptionalDouble.empty(),
                                OptionalDouble.of(1.5)))
                .given(OFFERS)
                .where("age >= 30: no, yes")
                .shares(
                        "minutes, age >= 30: any to 1500000 minutes of [email, push, five, ten] in age >= 30 yes");
    }

    @Test
    void a_channel_cap_may_speak_of_some_customers() {
        given(new ChannelCap("push", NEW, OptionalLong.of(5), OptionalDouble.empty()))
                .shares("channel push, stage new, sends: any to 5 sends of [push] in stage new");
    }

    @Test
    void slots_left_of_a_cap_limit_each_customer_by_what_was_sent_before() {
        RuleVerifier weekly =
                verifyThat(new SlotsLeft("weekly", new Scope.OfChannel("coupon"), "left"))
                        .given(OFFERS)
                        .where("left: 0, 1, plenty");
        assertThat(weekly.limits())
                .containsExactly(
                        Limit.personal("weekly, 0 left", offers(2, 3), Segment.of("left", "0"), 0),
                        Limit.personal("weekly, 1 left", offers(2, 3), Segment.of("left", "1"), 1));
    }

    @Test
    void slots_left_are_whole_numbers_or_plenty() {
        for (String value : List.of("-1", "1.5", "many", "1234567890")) {
            RuleVerifier weekly =
                    verifyThat(new SlotsLeft("weekly", Scope.ANY, "left"))
                            .given(OFFERS)
                            .where("left: 0, " + value);
            assertThatThrownBy(weekly::limits)
                    .hasMessage("left (%s) must be a whole number, or plenty.".formatted(value));
        }
        assertThatThrownBy(() -> given(new SlotsLeft("weekly", Scope.ANY, "letf")).limits())
                .hasMessage("segment column (letf) must be one of stage.");
        assertThatThrownBy(() -> new SlotsLeft("", Scope.ANY, "left"))
                .hasMessageStartingWith("cap");
    }

    @Test
    void unknown_columns_and_values_are_refused_with_the_known_ones() {
        assertThatThrownBy(
                        () ->
                                given(new MinimumReach(Scope.ANY, Segment.of("stgae", "new"), 5))
                                        .limits())
                .hasMessage("segment column (stgae) must be one of stage. Did you mean 'stage'?");
        assertThatThrownBy(
                        () ->
                                given(
                                                new SegmentBudget(
                                                        "stage",
                                                        Scope.ANY,
                                                        Map.of("nwe", Allowance.sends(0, 3)),
                                                        Allowance.NONE))
                                        .limits())
                .hasMessage("value of stage (nwe) must be one of new, active. Did you mean 'new'?");
    }

    @Test
    void rules_that_say_nothing_or_nonsense_are_refused() {
        assertThatThrownBy(() -> new OfferCap(List.of("a"), NEW, Allowance.NONE))
                .hasMessage("cap of [a] (none) must be a limit.");
        assertThatThrownBy(() -> new MinimumRoi(new BigDecimal("1.23456"), Scope.ANY, NEW))
                .hasMessage("minimum ROI (1.23456) must be a number of four decimals.");
        assertThatThrownBy(() -> Allowance.spend(5, 4))
                .hasMessage("most spend (4.0) must be at least 5.0.");
        assertThatThrownBy(
                        () ->
                                new SegmentShare(
                                        "stage",
                                        Charge.VALUE,
                                        Optional.empty(),
                                        Optional.of(BigDecimal.ONE)))
                .hasMessage("share of (value) must be sends or cost.");
    }

    private static OfferSet offers(int... numbers) {
        return new OfferSet(IntStream.of(numbers).mapToLong(number -> 1L << number).sum());
    }

    private static RuleVerifier given(Rule rule) {
        return verifyThat(rule).given(OFFERS).where("stage: new, active");
    }

    private static String share(String start, String weight, String value) {
        String offers = "[email, push, five, ten]";
        return "%s × cost of %s in stage %s and %s × cost of %s"
                .formatted(start, offers, value, weight, offers);
    }
}
