package dev.marginal.scenarios.whatif;

import static dev.marginal.scenarios.whatif.SmallDesk.EVERYDAY;
import static dev.marginal.scenarios.whatif.SmallDesk.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.tables.BadInput;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Uplift less some standard errors. */
class HaircutTest {
    @Test
    void no_errors_off_is_the_campaign_as_it_is() {
        Answer answer = answer("{haircut: 0}");

        assertThat(answer.plan().offers().value()).isDeepEqualTo(EVERYDAY.plan().offers().value());
    }

    @Test
    void values_fall_by_the_measured_error_of_customers_scored_alike() {
        OfferBook half = answer("{haircut: 0.5}").plan().offers();
        OfferBook one = answer("{haircut: 1}").plan().offers();
        OfferBook usual = EVERYDAY.plan().offers();

        for (int customer = 0; customer < usual.customers(); customer++) {
            double error = usual.value()[0][customer] - one.value()[0][customer];
            assertThat(error).isPositive();
            assertThat(usual.value()[0][customer] - half.value()[0][customer])
                    .isEqualTo((float) (error / 2), within(1e-4f));
        }
        assertThat(Arrays.equals(usual.cost()[0], one.cost()[0])).isTrue();
    }

    @Test
    void the_error_is_that_of_the_mean_effect_of_a_tenth() {
        OutOfFoldScores history = SmallDesk.CAMPAIGN.model().fit().outOfFold();
        double all = 0;
        double mean = 0;
        for (float effect : history.effect()[0]) {
            mean += effect / history.rows();
        }
        for (float effect : history.effect()[0]) {
            all += (effect - mean) * (effect - mean);
        }
        double ofAll = Math.sqrt(all) / history.rows();

        OfferBook usual = EVERYDAY.plan().offers();
        OfferBook one = answer("{haircut: 1}").plan().offers();
        double sum = 0;
        for (int customer = 0; customer < usual.customers(); customer++) {
            sum += usual.value()[0][customer] - one.value()[0][customer];
        }

        assertThat(sum / usual.customers() / ofAll)
                .as("a tenth of the rows knows about √10 times less than all of them")
                .isBetween(0.6 * Math.sqrt(10), 1.6 * Math.sqrt(10));
    }

    @Test
    void a_pessimist_sends_less_and_the_forecast_stays_measured() {
        Answer answer = answer("{haircut: 0.5, budget: unlimited, drop: 'channel push, sends'}");
        Answer hopeful = answer("{budget: unlimited, drop: 'channel push, sends'}");
        Interval measured = answer.forecast().incrementalGmv().orElseThrow();

        assertThat(answer.plan().sends().sends()).isLessThan(hopeful.plan().sends().sends());
        assertThat(answer.plan().sends().value()).isLessThan(hopeful.plan().sends().value());
        assertThat(measured.low()).isLessThan(measured.high());
        assertThat(answer.scenario().words())
                .startsWith("no budget")
                .contains("uplift less 0.5 standard errors");
    }

    @Test
    void a_haircut_is_a_number_of_standard_errors() {
        assertThatThrownBy(() -> answer("{haircut: -1}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "haircut (-1) must be a number of standard errors from 0 to 10");
    }
}
