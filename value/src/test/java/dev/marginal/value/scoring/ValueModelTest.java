package dev.marginal.value.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.value.Histories;
import dev.marginal.value.PurchaseModel;
import dev.marginal.value.UnitOfTime;
import dev.marginal.value.purchases.PurchaseModels;
import dev.marginal.value.spending.GammaGamma;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueModelTest {
    private static final PurchaseModel PURCHASES =
            PurchaseModels.of(
                    "pareto_nbd", Map.of("r", .553, "alpha", 10.578, "s", .606, "beta", 11.669));
    private static final GammaGamma SPENDING = new GammaGamma(6.25, 3.74, 15.44);
    private static final ValueModel MODEL = new ValueModel(PURCHASES, SPENDING, UnitOfTime.WEEK);
    private static final Execution TWO = new Execution(2);

    /** Whoever only ever came back for nothing has no mean of their own. */
    @Test
    void without_discount_value_is_purchases_times_their_amount() {
        ValueScores scores = MODEL.score(histories(UnitOfTime.WEEK), Horizon.of(52), TWO);

        for (int row = 0; row < 3; row++) {
            assertThat(scores.value()[row])
                    .isEqualTo(scores.purchases()[row] * scores.spend()[row], within(1e-9));
        }
        assertThat(scores.purchases()[0]).isEqualTo(PURCHASES.expected(52, 2, 30, 38));
        assertThat(scores.spend())
                .containsExactly(SPENDING.expected(2, 20), SPENDING.mean(), SPENDING.mean());
    }

    @Test
    void every_discounted_purchase_counts_by_its_moment() {
        ValueScores scores = MODEL.score(histories(UnitOfTime.WEEK), new Horizon(104, .12), TWO);
        double sum = 0;
        int steps = 200_000;
        double step = 104. / steps;
        for (int i = 0; i < steps; i++) {
            double bought =
                    PURCHASES.expected((i + 1) * step, 2, 30, 38)
                            - PURCHASES.expected(i * step, 2, 30, 38);
            sum += bought * Math.pow(1.12, -(i + .5) * step * 7 / 365.25);
        }

        assertThat(scores.value()[0] / scores.spend()[0]).isEqualTo(sum, within(1e-7));
        assertThat(scores.value()[0]).isLessThan(scores.purchases()[0] * scores.spend()[0]);
    }

    @Test
    void an_order_is_worth_the_purchases_that_it_adds_times_their_amount() {
        ValueScores scores = MODEL.score(histories(UnitOfTime.WEEK), Horizon.of(52), TWO);

        assertThat(scores.valueOfAnOrder()[0])
                .isEqualTo(
                        PURCHASES.gainOfAnOrder(52, 2, 30, 38) * SPENDING.expected(2, 20),
                        within(1e-9));
        assertThat(scores.valueOfAnOrder()[1])
                .isEqualTo(PURCHASES.gainOfAnOrder(52, 0, 0, 38) * SPENDING.mean(), within(1e-9));
    }

    @Test
    void a_discount_takes_from_what_an_order_is_worth() {
        ValueScores plain = MODEL.score(histories(UnitOfTime.WEEK), Horizon.of(52), TWO);
        ValueScores later = MODEL.score(histories(UnitOfTime.WEEK), new Horizon(52, .2), TWO);

        assertThat(later.valueOfAnOrder()[0]).isPositive().isLessThan(plain.valueOfAnOrder()[0]);
    }

    @Test
    void a_model_in_weeks_does_not_score_months() {
        assertThatThrownBy(() -> MODEL.score(histories(UnitOfTime.MONTH), Horizon.of(52), TWO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unit of time (month) must be a week, as in the model.");
    }

    private static Histories histories(UnitOfTime unit) {
        return new Histories(
                IdColumn.of("customer", List.of("ann", "bob", "cleo")),
                LocalDate.of(2026, 1, 1),
                unit,
                new int[] {2, 0, 3},
                new int[] {210, 0, 70},
                new int[] {266, 266, 266},
                new double[] {20, Double.NaN, 0},
                new double[] {20, 10, 0},
                new double[] {60, 10, 10});
    }
}
