package dev.marginal.scenarios.whatif;

import static dev.marginal.scenarios.whatif.SmallDesk.EVERYDAY;
import static dev.marginal.scenarios.whatif.SmallDesk.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.Forecast;
import java.util.List;
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
}
