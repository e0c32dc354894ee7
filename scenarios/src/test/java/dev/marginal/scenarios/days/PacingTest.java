package dev.marginal.scenarios.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PacingTest {
    @Test
    void what_was_overspent_is_not_spent_again() {
        assertThat(Pacing.left(100, 40)).isEqualTo(60);
        assertThat(Pacing.left(100, 130)).isZero();
    }

    @Test
    void even_days_use_up_the_budget_whatever_was_spent_on_the_way() {
        double spent = 0;
        for (int daysLeft = 14; daysLeft > 0; daysLeft--) {
            double today = Pacing.even(Pacing.left(1_000, spent), daysLeft);
            spent += daysLeft > 1 && daysLeft % 2 == 0 ? 0.5 * today : today;
        }
        assertThat(spent).isCloseTo(1_000, within(1e-9));
    }

    @Test
    void demand_divides_a_budget_in_proportion() {
        assertThat(Pacing.byDemand(90, new double[] {2, 1, 3})).isEqualTo(30);
        assertThat(Pacing.byDemand(90, new double[] {0, 1})).isZero();
        assertThat(Pacing.byDemand(90, new double[] {5})).isEqualTo(90);
        assertThat(Pacing.byDemand(90, new double[] {0, 0})).isZero();
    }

    @Test
    void nonsense_is_refused() {
        assertThatThrownBy(() -> Pacing.even(10, 0)).hasMessageStartingWith("days left (0)");
        assertThatThrownBy(() -> Pacing.byDemand(10, new double[0]))
                .hasMessage("demand (0) must be that of today at least.");
        assertThatThrownBy(() -> Pacing.left(10, -1)).hasMessageStartingWith("spend so far (-1.0)");
    }
}
