package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.audit.PlanDifference;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffPageTest {
    @Test
    void what_others_pay_stands_under_the_spend_where_they_pay_anything() {
        assertThat(page(side(0), side(40.5)))
                .containsPattern(
                        "spend, USD +10\\.00 +10\\.00 +\\+0\\.00\n  co-funding, USD +0\\.00 +40\\.50 +\\+40\\.50\n");
        assertThat(page(side(0), side(0))).doesNotContain("co-funding");
    }

    @Test
    void what_rounds_to_nothing_has_no_minus() {
        assertThat(page(side(40.5), side(40.4999)))
                .containsPattern("co-funding, USD +40\\.50 +40\\.50 +\\+0\\.00\n");
    }

    private static String page(PlanDifference.Side before, PlanDifference.Side now) {
        return new DiffPage(
                        new PlanDifference(
                                before,
                                now,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(new PlanDifference.Input("audience", "other content"))))
                .text();
    }

    private static PlanDifference.Side side(double coFunding) {
        return new PlanDifference.Side(
                "plans/spring",
                "spring",
                "2026-11-21",
                "USD",
                300,
                50,
                Double.NaN,
                10,
                coFunding,
                20,
                45,
                40,
                50);
    }
}
