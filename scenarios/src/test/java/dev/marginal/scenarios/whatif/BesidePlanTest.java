package dev.marginal.scenarios.whatif;

import static dev.marginal.scenarios.whatif.SmallDesk.EVERYDAY;
import static dev.marginal.scenarios.whatif.SmallDesk.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.whatif.changes.BudgetLifted;
import dev.marginal.scenarios.whatif.changes.Keep;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Plans for those whom another plan sends nothing. */
class BesidePlanTest {
    @Test
    void whom_the_other_plan_chose_is_known_of_no_held_out_customer_so_that_nothing_is_measured() {
        Answer same = answer("{beside: plan}");
        Answer more = answer("{beside: plan, budget: +30%}");

        assertThat(same.plan().sends().customer()).isEqualTo(EVERYDAY.plan().sends().customer());
        for (Answer answer : List.of(same, more)) {
            Forecast forecast = answer.forecast();
            assertThat(forecast.incrementalGmv()).isEmpty();
            assertThat(forecast.offersWithoutEvidence()).contains("push", "coupon_5");
            assertThat(answer.minus(EVERYDAY).measured()).isEmpty();
        }
        assertThat(more.minus(EVERYDAY).value()).isPositive();
    }

    @Test
    void what_the_scenario_closes_does_not_stand_and_the_rest_of_the_plan_does() {
        long push = 1;
        long[] kept = sets(SmallDesk.PLANNED.plan());
        long[] without = sets(answer("{beside: plan, without: push}").plan());
        long[] nobody = sets(answer("{beside: plan, holdout: 1}").plan());

        assertThat(LongStream.of(kept)).contains(push).anyMatch(set -> set > push);
        for (int customer = 0; customer < kept.length; customer++) {
            assertThat(without[customer] & push).isZero();
            if (kept[customer] != 0) {
                assertThat(without[customer]).isEqualTo(kept[customer] & ~push);
            }
        }
        assertThat(nobody).containsOnly(0);
    }

    @Test
    void no_plan_stands_beside_another_within_a_budget_that_has_a_confidence() {
        CampaignFile sure =
                CampaignFileReader.read(
                        SmallDesk.CAMPAIGN.changed(
                                "sure.yml", text -> "budget_confidence: 0.95\n" + text));
        Keep keep = new Keep(Path.of("plans", "a"));

        assertThatThrownBy(() -> new Scenario("increment", List.of(keep)).brief(sure))
                .isInstanceOf(ImpossibleChange.class)
                .hasMessage(
                        "Nothing can be planned beside a: the budget holds with probability 0.95 for all sends together, and sends that stand cannot be taken off it. Maybe ask with budget: unlimited, or leave budget_confidence out of the campaign file.");
        assertThat(new Scenario("increment", List.of(new BudgetLifted(), keep)).brief(sure).kept())
                .contains(keep.plan());
    }

    private static long[] sets(CampaignPlan plan) {
        return plan.sends().sets(plan.offers().customers());
    }
}
