package dev.marginal.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.benchmarks.families.FamilyGenerator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.PriceAllocator;
import dev.marginal.tables.Execution;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SolutionTest {
    private static final AllocationProblem PROBLEM =
            FamilyGenerator.generate(AllocationFamily.of(3_000, 6, 8, 1), new Execution(2));
    private static final Rows ROWS = Rows.of(PROBLEM);

    @Test
    void a_plan_is_worth_the_same_as_a_peers_answer_and_breaks_nothing() {
        SendPlan plan = plan();
        Solution same = new Solution("", sends(plan), Double.NaN);
        assertThat(same.value(ROWS)).isCloseTo(plan.value(), within(1e-6));
        assertThat(same.violation(ROWS)).isZero();
    }

    @Test
    void an_answer_that_sends_everything_breaks_limits() {
        double[] everything = new double[ROWS.worth().length];
        Arrays.fill(everything, 1);
        assertThat(new Solution("", everything, Double.NaN).violation(ROWS)).isGreaterThan(1);
    }

    @Test
    void prices_of_a_plan_prove_its_price_bound() {
        SendPlan plan = plan();
        double[] prices = plan.limits().stream().mapToDouble(use -> use.price()).toArray();
        assertThat(DualBound.of(ROWS, prices))
                .isGreaterThanOrEqualTo(plan.value())
                .isCloseTo(plan.priceBound(), within(1e-3 * plan.value()));
    }

    @Test
    void without_prices_the_bound_is_what_everyone_would_get_for_free() {
        double free = 0;
        for (int customer = 0; customer < ROWS.customers(); customer++) {
            long best = 0;
            for (int option : ROWS.optionsOf(customer)) {
                best = Math.max(best, ROWS.worth()[option]);
            }
            free += best / 1e6;
        }
        assertThat(DualBound.of(ROWS, new double[8])).isCloseTo(free, within(1e-6));
    }

    private static SendPlan plan() {
        AllocatorSettings settings = new AllocatorSettings(1e-3, Duration.ofSeconds(30));
        return new PriceAllocator(settings, new Execution(2))
                .allocate(PROBLEM.book(), PROBLEM.budget(), PROBLEM.rules());
    }

    private static double[] sends(SendPlan plan) {
        double[] x = new double[ROWS.worth().length];
        for (int send = 0; send < plan.sends(); send++) {
            x[plan.customer()[send] * ROWS.offers() + plan.offer()[send]] = 1;
        }
        return x;
    }
}
