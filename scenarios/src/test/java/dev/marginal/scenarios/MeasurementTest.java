package dev.marginal.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.uplift.Interval;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private static final double Z = 1.959963984540054;

    @Test
    void a_plan_differs_from_itself_by_nothing_for_sure() {
        Measurement plan = Measurement.of(100, Map.of(7, 3.0, -2, 4.0));

        assertThat(plan.minus(plan)).isEqualTo(new Interval(0, 0, 0));
    }

    @Test
    void what_both_plans_do_alike_adds_no_uncertainty() {
        Measurement plan = Measurement.of(100, Map.of(1, 30.0, 2, 4.0));
        Measurement other = Measurement.of(90, Map.of(1, 30.0, 3, 3.0));

        assertThat(plan.minus(other).estimate()).isEqualTo(10);
        assertThat(plan.minus(other).high()).isCloseTo(10 + 5 * Z, within(1e-9));
    }

    @Test
    void plans_that_share_no_customer_differ_as_independent_estimates_do() {
        Measurement plan = Measurement.of(100, Map.of(1, 3.0));
        Measurement other = Measurement.of(90, Map.of(Integer.MAX_VALUE, 4.0));

        assertThat(plan.minus(other).low()).isCloseTo(10 - 5 * Z, within(1e-9));
        assertThat(other.minus(plan).estimate()).isEqualTo(-10);
    }
}
