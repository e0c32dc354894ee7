package dev.marginal.scenarios.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.RichAudience;
import dev.marginal.scenarios.SmallCampaign;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader;
import dev.marginal.scenarios.planning.NoPlan;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a desk promises: answers that depend on the question alone, and never contradict. */
class PlanningDeskTest {
    private static final List<String> QUESTIONS =
            List.of(
                    "",
                    "{budget: +20%}",
                    "{budget: -15%}",
                    "{without: push}",
                    "{budget: +20%, without: coupon_10}",
                    "{costs: [{of: coupon, per_order: 1}]}",
                    "{limits: [{limit: 'channel push, sends', at_most: 100}]}",
                    "{drop: 'channel push, sends'}",
                    "{only: \"stage = 'new'\"}",
                    "{exclude: \"age < 30\", budget: unlimited}");

    private static SmallCampaign campaign;
    private static Path folder;
    private static CampaignFile file;
    private static Valued valued;

    @BeforeAll
    static void fit(@TempDir Path home) {
        folder = home;
        campaign = new SmallCampaign(home);
        RichAudience.write(home);
        file = read();
        valued = SmallCampaign.job(2).value(file, campaign.model());
    }

    @Test
    void the_answer_without_changes_is_the_everyday_plan_send_by_send() {
        PlannedCampaign everyday = SmallCampaign.job(1).plan(file, campaign.model());

        Answer answer = desk(2).answer(Scenario.EVERYDAY);

        SendPlan sends = answer.plan().sends();
        assertThat(sends.customer()).isEqualTo(everyday.plan().sends().customer());
        assertThat(sends.offer()).isEqualTo(everyday.plan().sends().offer());
        assertThat(prices(sends)).isEqualTo(prices(everyday.plan().sends()));
        assertThat(answer.forecast()).isEqualTo(everyday.forecast());
    }

    @Test
    void answers_are_the_same_in_any_order_by_any_number_of_threads_and_from_many_callers() {
        PlanningDesk single = desk(1);
        Map<String, Answer> alone =
                QUESTIONS.stream().collect(Collectors.toMap(q -> q, q -> ask(single, q)));
        PlanningDesk shared = desk(2);
        for (int seed = 1; seed <= 2; seed++) {
            List<String> order = new ArrayList<>(QUESTIONS);
            order.addAll(QUESTIONS);
            Collections.shuffle(order, new Random(seed));
            Map<String, Answer> together = new HashMap<>();
            order.parallelStream()
                    .forEach(
                            question -> {
                                Answer answer = ask(shared, question);
                                synchronized (together) {
                                    together.put(question, answer);
                                }
                            });
            for (String question : QUESTIONS) {
                assertSame(
                        together.get(question).plan().sends(), alone.get(question).plan().sends());
                assertThat(together.get(question).forecast())
                        .isEqualTo(alone.get(question).forecast());
            }
        }
    }

    @Test
    void a_little_more_is_never_worth_less_than_the_plan_as_it_is() {
        PlanningDesk desk = desk(2);
        long everyday = desk.answer(Scenario.EVERYDAY).plan().sends().valueMicros();

        for (String question :
                List.of(
                        "{budget: +0.01%}",
                        "{budget: +0.1%}",
                        "{budget: +1%}",
                        "{drop: 'channel push, sends'}",
                        "{limits: [{limit: 'channel push, sends', at_most: 601}]}")) {
            assertThat(ask(desk, question).plan().sends().valueMicros())
                    .as(question)
                    .isGreaterThanOrEqualTo(everyday);
        }
    }

    @Test
    void a_larger_budget_is_worth_no_less_than_a_smaller_one_but_for_proven_gaps() {
        PlanningDesk desk = desk(2);
        double before = 0;
        for (int budget = 50; budget <= 900; budget += 50) {
            SendPlan sends = ask(desk, "{budget: %d}".formatted(budget)).plan().sends();

            assertThat(sends.bound()).isGreaterThanOrEqualTo(before);
            assertThat(sends.value()).isGreaterThanOrEqualTo(before * (1 - sends.gap()));
            before = sends.value();
        }
    }

    @Test
    void a_cancelled_answer_says_so_and_keeps_every_rule() {
        Cancellation at = new Cancellation();
        at.cancel();
        PlanningDesk desk = desk(2);
        desk.answer(Scenario.EVERYDAY);

        Answer answer = desk.answer(scenario("{budget: -10%}"), at);

        assertThat(answer.cancelled()).isTrue();
        assertThat(answer.plan().sends().spend()).isLessThanOrEqualTo(0.9 * 375);
        assertThat(ask(desk, "{budget: -10%}").cancelled()).isFalse();
    }

    @Test
    void what_no_plan_keeps_is_said_each_time_and_spoils_no_other_answer() {
        PlanningDesk desk = desk(2);
        String impossible = "{rules: [{rule: offer_quota, offer: push, min_sends: 5000}]}";

        assertThatThrownBy(() -> ask(desk, impossible)).isInstanceOf(NoPlan.class);
        assertThatThrownBy(() -> ask(desk, impossible)).isInstanceOf(NoPlan.class);
        assertThat(ask(desk, "{budget: +20%}").plan().sends().gap()).isLessThan(0.01);
    }

    private static void assertSame(SendPlan one, SendPlan other) {
        assertThat(one.customer()).isEqualTo(other.customer());
        assertThat(one.offer()).isEqualTo(other.offer());
        assertThat(one.bound()).isEqualTo(other.bound());
        assertThat(one.outcome()).isEqualTo(other.outcome());
        assertThat(prices(one)).isEqualTo(prices(other));
    }

    private static List<Double> prices(SendPlan plan) {
        return plan.limits().stream().map(LimitUse::price).toList();
    }

    private static PlanningDesk desk(int threads) {
        return new PlanningDesk(valued, new DuckDbReader(), new Execution(threads));
    }

    private static Answer ask(PlanningDesk desk, String question) {
        if (question.isEmpty()) {
            return desk.answer(Scenario.EVERYDAY);
        }
        ScenarioReader.Scenarios read = ScenarioReader.read(question, "asked", folder, file);
        return desk.knowing(read.words()).answer(read.all().get(0));
    }

    private static Scenario scenario(String question) {
        return ScenarioReader.read(question, "asked", folder, file).all().get(0);
    }

    private static CampaignFile read() {
        return CampaignFileReader.read(
                campaign.changed(
                        "rich.yml",
                        text ->
                                RichAudience.campaign(
                                        text,
                                        "{rule: channel_cap, channel: push, max_sends: 600}")));
    }
}
