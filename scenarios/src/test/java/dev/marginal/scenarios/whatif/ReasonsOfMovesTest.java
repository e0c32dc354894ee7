package dev.marginal.scenarios.whatif;

import static dev.marginal.scenarios.whatif.SmallDesk.DESK;
import static dev.marginal.scenarios.whatif.SmallDesk.EVERYDAY;
import static dev.marginal.scenarios.whatif.SmallDesk.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.scenarios.whatif.walks.Sensitivities;
import dev.marginal.scenarios.whatif.walks.Waterfall;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a difference beside its figures. */
class ReasonsOfMovesTest {
    @Test
    void a_larger_budget_moves_customers_because_its_price_falls() {
        assertThat(reasons("{budget: +30%}").get(0))
                .matches(
                        "the price of budget fell from \\S+ to \\S+: coupon_\\d+.* brings \\S+ USD for \\S+ USD, which now pays");
    }

    @Test
    void who_got_what_is_left_out_moves_because_it_is_closed() {
        assertThat(reasons("{without: push}"))
                .contains("push is not open to them any more")
                .doesNotContain("");
    }

    @Test
    void dearer_coupons_are_given_up_for_what_they_cost_and_not_for_the_price_of_the_budget() {
        List<String> reasons = reasons("{costs: [{of: coupon, per_order: 3}]}");

        assertThat(reasons)
                .anyMatch(
                        why ->
                                why.matches(
                                        "leaving out coupon_\\d+ saves \\S+ USD now, \\S+ before"))
                .noneMatch(why -> why.matches("the price of budget fell.*: leaving out.*"));
    }

    @Test
    void who_gets_the_same_at_other_values_is_told_so() {
        assertThat(reasons("{objective: profit, margin: 0.9}"))
                .anyMatch(why -> why.startsWith("they get the same, but "));
    }

    @Test
    void a_limit_that_does_not_bind_moves_nobody_and_that_is_told() {
        Answer roomy = answer("{drop: 'channel push, sends', budget: unlimited}");
        Answer more =
                answer(
                        "{limits: [{limit: 'channel push, sends', at_most: 100000}], budget: 1000000}");

        assertThat(Unmoved.why(answer("{budget: 375}"), EVERYDAY))
                .containsExactly("the plan as it is keeps all that is asked, and none is better");
        assertThat(Unmoved.why(more, roomy))
                .anyMatch(why -> why.equals("channel push, sends is kept already"))
                .anyMatch(why -> why.startsWith("budget is kept already"));
        assertThat(Unmoved.why(answer("{budget: +30%}"), EVERYDAY)).isEmpty();
        assertThat(Unmoved.why(EVERYDAY, EVERYDAY)).isEmpty();
    }

    @Test
    void the_steps_of_a_scenario_lead_from_the_campaign_as_it_is_to_it() {
        Answer answer = answer("{budget: +30%, without: push, haircut: 0.2}");

        List<Waterfall.Step> steps = new Waterfall(DESK).of(answer, Scenario.EVERYDAY);

        assertThat(steps)
                .extracting(Waterfall.Step::change)
                .containsExactly("budget +30 %", "without push", "uplift less 0.2 standard errors");
        assertThat(steps.get(0).value().getAsDouble())
                .isEqualTo(answer("{budget: +30%}").plan().sends().value());
        assertThat(steps.get(2).value().getAsDouble()).isEqualTo(answer.plan().sends().value());
        assertThat(new Waterfall(DESK).of(EVERYDAY, Scenario.EVERYDAY)).isEmpty();
    }

    @Test
    void a_limit_that_binds_is_worth_what_more_and_less_of_it_are_whatever_kind_it_is() {
        Answer answer =
                answer(
                        "{budget: unlimited, rules: [{rule: minimum_roi, at_least: 4}, {rule: minimum_reach, offers: [coupon_10], min_sends: 40}]}");

        List<Sensitivity> all = new Sensitivities(DESK).of(answer);

        Sensitivity roi = named(all, "minimum ROI 4");
        double tighter =
                answer(
                                "{budget: unlimited, rules: [{rule: minimum_roi, at_least: 4.2}, {rule: minimum_reach, offers: [coupon_10], min_sends: 40}]}")
                        .plan()
                        .sends()
                        .value();
        assertThat(roi.looser().getAsDouble()).isPositive();
        assertThat(answer.plan().sends().value() + roi.tighter().getAsDouble())
                .isEqualTo(tighter, within(0.002 * tighter));
        Sensitivity reach =
                all.stream()
                        .filter(one -> one.limit().contains("coupon_10"))
                        .findFirst()
                        .orElseThrow();
        assertThat(reach.price()).isNegative();
        assertThat(reach.tighter().getAsDouble()).isNegative();
        assertThat(reach.looser().getAsDouble()).isPositive();
    }

    @Test
    void every_change_that_makes_no_sense_is_told_at_once() {
        assertThatThrownBy(
                        () ->
                                answer(
                                        "{drop: ['channel push', budget], limits: [{limit: 'contact', at_most: 3}]}"))
                .isInstanceOf(ImpossibleChange.class)
                .hasMessageContaining("No limit is called 'channel push'; there are ")
                .hasMessageContaining("The budget is changed by budget, not as a limit")
                .hasMessageContaining("No limit is called 'contact'");
        assertThatThrownBy(
                        () ->
                                answer(
                                        "{drop: 'channel push, sends', limits: [{limit: 'channel push, sends', at_most: 3}], given: plan, beside: plan}"))
                .hasMessageContaining(
                        "limits[1].limit (channel push, sends) is dropped as well. Keep one of the two.")
                .hasMessageContaining(
                        "given (plan) is judged as it is, so that beside and near have no effect");
    }

    private static Sensitivity named(List<Sensitivity> all, String limit) {
        return all.stream().filter(one -> one.limit().equals(limit)).findFirst().orElseThrow();
    }

    private static List<String> reasons(String scenario) {
        Answer answer = answer(scenario);
        List<Difference.Move> moves = answer.minus(EVERYDAY).moves();
        return MoveReasons.of(answer, EVERYDAY, moves.subList(0, Math.min(8, moves.size())));
    }
}
