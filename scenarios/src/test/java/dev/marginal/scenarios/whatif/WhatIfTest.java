package dev.marginal.scenarios.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.BudgetPoint;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.RichAudience;
import dev.marginal.scenarios.SmallCampaign;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.whatif.walks.FrontierWalk;
import dev.marginal.scenarios.whatif.walks.Sensitivities;
import dev.marginal.tables.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk gives each scenario the plan that the changed campaign file would get. */
class WhatIfTest {
    private static SmallCampaign campaign;
    private static Path folder;
    private static CampaignFile file;
    private static PlanningDesk desk;
    private static Answer everyday;

    @BeforeAll
    static void fit() {
        folder = SmallDesk.FOLDER;
        campaign = SmallDesk.CAMPAIGN;
        file = SmallDesk.FILE;
        desk = SmallDesk.DESK;
        everyday = SmallDesk.EVERYDAY;
        RichAudience.write(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{budget: +20%} | budget: 450.00",
                "{budget: 300} | budget: 300",
                "{budget: -250.5} | budget: 124.5",
                "{budget: unlimited} | budget: unlimited",
            })
    void a_budget_by_any_words_is_that_of_the_file(String scenario, String file) {
        Answer answer = answer(scenario);

        assertThat(answer.plan().sends().value()).isEqualTo(changedTo(file), closely(answer));
        assertThat(answer.brief().file().budget().atMost().isPresent())
                .isEqualTo(!file.contains("unlimited"));
    }

    @Test
    void what_is_left_out_is_sent_to_nobody_and_the_rest_is_planned_anew() {
        Answer answer = answer("{without: [push, coupon_10]}");

        assertThat(sends(everyday, "push")).isPositive();
        assertThat(sends(answer, "push")).isZero();
        assertThat(sends(answer, "coupon_10")).isZero();
        assertThat(sends(answer, "coupon_5")).isGreaterThanOrEqualTo(sends(everyday, "coupon_5"));
    }

    @Test
    void dearer_coupons_are_valued_and_planned_at_the_new_cost() {
        Answer answer = answer("{costs: [{of: coupon, per_order: 2}]}");
        PlannedCampaign file =
                planned(
                        text ->
                                text.replace("per_order: 5.00", "per_order: 7.00")
                                        .replace("per_order: 10.00", "per_order: 12.00"));

        assertThat(answer.plan().sends().value())
                .isEqualTo(file.plan().sends().value(), closely(answer));
        assertThat(answer.scenario().words()).isEqualTo("coupon costs +2.00 an order");
    }

    @Test
    void profit_is_planned_as_a_file_of_profit_is() {
        Answer answer = answer("{objective: profit, margin: 0.4}");
        PlannedCampaign file =
                planned(text -> text.replace("objective: gmv", "objective: profit\nmargin: 0.4"));

        assertThat(answer.plan().sends().value())
                .isEqualTo(file.plan().sends().value(), closely(answer));
    }

    @Test
    void a_minimum_return_holds_and_binds() {
        Answer answer = answer("{rules: [{rule: minimum_roi, at_least: 3}]}");
        SendPlan sends = answer.plan().sends();

        assertThat(sends.value()).isGreaterThanOrEqualTo(3 * sends.spend());
        assertThat(answer.scenario().words()).isEqualTo("with minimum roi at least 3");
    }

    @Test
    void a_limit_is_set_and_lifted_by_the_name_that_plans_call_it() {
        long usual = sends(everyday, "push");

        assertThat(
                        sends(
                                answer("{limits: [{limit: 'channel push, sends', at_most: 100}]}"),
                                "push"))
                .isEqualTo(100);
        assertThat(sends(answer("{drop: 'channel push, sends'}"), "push")).isGreaterThan(usual);
        assertThatThrownBy(() -> answer("{drop: 'channel push, send'}"))
                .isInstanceOf(ImpossibleChange.class)
                .hasMessageContaining("No limit is called 'channel push, send'")
                .hasMessageContaining("Did you mean 'channel push, sends'?");
    }

    @Test
    void segments_are_kept_and_excluded_by_any_column_of_the_audience() {
        CampaignFile rich =
                CampaignFileReader.read(
                        campaign.changed(
                                "rich.yml",
                                text ->
                                        RichAudience.campaign(
                                                text,
                                                "{rule: channel_cap, channel: push, max_sends: 600}")));
        ScenarioReader.Scenarios first = asked("{only: \"stage = 'new'\"}", rich);
        ScenarioReader.Scenarios second = asked("{exclude: \"age < 30\"}", first.campaign());
        PlanningDesk knowing = SmallDesk.of(second.campaign());
        Answer only = knowing.answer(first.all().get(0));
        Answer without = knowing.answer(second.all().get(0));

        assertThat(IntStream.of(only.plan().sends().customer()))
                .isNotEmpty()
                .allMatch(customer -> (customer + 1) % 4 == 0);
        assertThat(IntStream.of(without.plan().sends().customer()))
                .isNotEmpty()
                .allMatch(customer -> 18 + (customer + 1) % 50 >= 30);
    }

    @Test
    void a_share_held_out_gets_nothing() {
        Answer answer = answer("{holdout: 0.5, budget: unlimited, drop: 'channel push, sends'}");
        long reached = IntStream.of(answer.plan().sends().customer()).distinct().count();

        assertThat(reached).isBetween(300L, 850L);
    }

    @Test
    void customers_of_a_plan_keep_what_they_get_and_only_the_increment_is_decided() {
        Map<Integer, Set<Integer>> kept = sets(SmallDesk.PLANNED.plan().sends());

        Answer more = answer("{beside: plan, budget: +30%}");

        Map<Integer, Set<Integer>> now = sets(more.plan().sends());
        assertThat(now).containsAllEntriesOf(kept).hasSizeGreaterThan(kept.size());
        assertThat(more.plan().sends().spend()).isLessThanOrEqualTo(1.3 * 375);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.4})
    void a_plan_near_another_changes_no_more_than_it_may(double share) {
        Answer near = answer("{near: {plan: plan, at_most: %s}, budget: +30%%}".formatted(share));
        Map<Integer, Set<Integer>> before = sets(SmallDesk.PLANNED.plan().sends());
        Map<Integer, Set<Integer>> now = sets(near.plan().sends());
        Set<Integer> customers = new HashSet<>(before.keySet());
        customers.addAll(now.keySet());
        long changed = 0;
        for (int customer : customers) {
            Set<Integer> one = new HashSet<>(before.getOrDefault(customer, Set.of()));
            Set<Integer> other = new HashSet<>(now.getOrDefault(customer, Set.of()));
            long common = one.stream().filter(other::contains).count();
            changed += one.size() + other.size() - 2 * common;
        }
        long sends = SmallDesk.PLANNED.plan().sends().sends();

        assertThat(changed).isLessThanOrEqualTo((long) (share * sends));
    }

    @Test
    void the_moves_of_a_difference_add_up_to_it() {
        Difference difference = answer("{budget: +50%, without: coupon_10}").minus(everyday);

        assertThat(difference.moves().stream().mapToDouble(Difference.Move::value).sum())
                .isEqualTo(difference.value(), within(1e-6));
        assertThat(difference.moves().stream().mapToDouble(Difference.Move::spend).sum())
                .isEqualTo(difference.spend(), within(1e-6));
        assertThat(difference.offers().stream().mapToLong(Difference.OfferDifference::sends).sum())
                .isEqualTo(difference.sends());
    }

    @Test
    void an_answer_minus_itself_is_nothing() {
        Difference none = everyday.minus(everyday);

        assertThat(none.value()).isZero();
        assertThat(none.moves()).isEmpty();
        assertThat(none.binding()).isEmpty();
    }

    @Test
    void a_frontier_rises_ever_more_slowly_up_to_its_plateau() {
        FrontierWalk walk = new FrontierWalk(desk, List.of());
        Frontier frontier = walk.frontier(8);
        List<BudgetPoint> points = frontier.points();

        for (int i = 1; i < points.size(); i++) {
            assertThat(points.get(i).value()).isGreaterThanOrEqualTo(points.get(i - 1).value());
            assertThat(points.get(i).price()).isLessThanOrEqualTo(points.get(i - 1).price() + 1e-9);
        }
        assertThat(points.get(7).price()).isZero();
        assertThat(points.get(7).budget()).isEqualTo(frontier.plateau(), within(0.01));
    }

    @Test
    void a_cap_on_other_days_is_refused_where_the_campaign_is_planned_for_none() {
        String cap = "{cap: weekly, channel: any, at_most: 1, per: 7 days}";

        assertThatThrownBy(() -> answer("{contacts: [%s]}".formatted(cap)))
                .isInstanceOf(ImpossibleChange.class)
                .hasMessageContaining("A contact cap counts the sends of other days")
                .hasMessageContaining("is planned for no day")
                .hasMessageContaining("Maybe limit the plan itself with {rule: contact_limit");
    }

    @Test
    void the_cheapest_budget_reaches_its_aim_and_a_little_less_does_not() {
        FrontierWalk walk = new FrontierWalk(desk, List.of());
        double aim = 0.8 * everyday.plan().sends().value();

        BudgetPoint reached = walk.reaching(aim).orElseThrow();

        assertThat(reached.value()).isGreaterThanOrEqualTo(aim);
        assertThat(
                        answer("{budget: %.2f}".formatted(reached.budget() * 0.995))
                                .plan()
                                .sends()
                                .value())
                .isLessThan(aim);
        assertThatThrownBy(() -> walk.reaching(1e9))
                .isInstanceOf(ImpossibleChange.class)
                .hasMessageContaining("No budget reaches 1,000,000,000.00");
    }

    @Test
    void prices_lie_between_what_five_percent_more_and_less_of_a_limit_earn() {
        List<Sensitivity> all = new Sensitivities(desk).of(everyday);

        Sensitivity budget =
                all.stream().filter(one -> one.limit().equals("budget")).findFirst().orElseThrow();
        double step = 0.05 * everyday.brief().file().budget().atMost().orElseThrow();

        assertThat(budget.looser().getAsDouble() / step).isLessThanOrEqualTo(budget.price() * 1.02);
        assertThat(-budget.tighter().getAsDouble() / step)
                .isGreaterThanOrEqualTo(budget.price() * 0.98);
    }

    @Test
    void every_problem_of_a_file_of_scenarios_is_told_at_once() throws IOException {
        Path bad =
                Files.writeString(
                        folder.resolve("bad.yml"),
                        """
                        scenarios:
                          - {scenario: one, budget: 20%}
                          - {scenario: one, without: [pusch], margin: 0.2}
                          - {scenario: two}
                        """);

        assertThatThrownBy(() -> ScenarioReader.read(bad, file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "line 2: scenarios[1].budget (20%) must be an amount, a change of it, or unlimited. Such as 3000, +20%, -10%, +500 or unlimited.")
                .hasMessageContaining("scenarios[2].scenario (one) must not stand twice")
                .hasMessageContaining("scenarios[2].without (pusch) must be an offer or a channel")
                .hasMessageContaining("Did you mean 'push'?")
                .hasMessageContaining("scenarios[2].margin (0.2) has no effect on objective: gmv");
    }

    private static Map<Integer, Set<Integer>> sets(SendPlan plan) {
        Map<Integer, Set<Integer>> sets = new HashMap<>();
        for (int send = 0; send < plan.sends(); send++) {
            sets.computeIfAbsent(plan.customer()[send], any -> new HashSet<>())
                    .add((int) plan.offer()[send]);
        }
        return sets;
    }

    private static long sends(Answer answer, String offer) {
        return answer.offers().stream()
                .filter(total -> total.offer().id().equals(offer))
                .findFirst()
                .orElseThrow()
                .sends();
    }

    private static Offset<Double> closely(Answer answer) {
        return within(0.0005 * answer.plan().sends().bound());
    }

    private static double changedTo(String budget) {
        return planned(text -> text.replaceFirst("budget: [0-9.]+", budget)).plan().sends().value();
    }

    private static PlannedCampaign planned(UnaryOperator<String> change) {
        return campaign.plan(campaign.changed("changed.yml", change), 2);
    }

    private static ScenarioReader.Scenarios asked(String scenario, CampaignFile of) {
        return ScenarioReader.read(scenario, "asked", folder, of);
    }

    private static Answer answer(String scenario) {
        return SmallDesk.answer(scenario);
    }
}
