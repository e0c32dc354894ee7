package dev.marginal.benchmarks.families;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.PriceAllocator;
import dev.marginal.tables.Execution;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyGeneratorTest {
    private static final AllocationFamily FAMILY = AllocationFamily.of(40_000, 6, 12, 1);

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {2, 7})
    void any_number_of_threads_generates_the_same_campaign(int threads) {
        AllocationProblem one = FamilyGenerator.generate(FAMILY, new Execution(1));
        AllocationProblem other = FamilyGenerator.generate(FAMILY, new Execution(threads));
        assertThat(other.book().value()).isDeepEqualTo(one.book().value());
        assertThat(other.book().cost()).isDeepEqualTo(one.book().cost());
        assertThat(segments(other)).isEqualTo(segments(one));
        assertThat(other.limits()).isEqualTo(one.limits());
    }

    @Test
    void another_seed_generates_another_campaign() {
        AllocationProblem one = generate(FAMILY);
        AllocationProblem other = generate(FAMILY.withSeed(2));
        assertThat(other.book().value()[0]).isNotEqualTo(one.book().value()[0]);
        assertThat(other.budget()).isNotEqualTo(one.budget());
    }

    @Test
    void one_value_in_five_is_negative() {
        int negative = 0;
        float[][] value = generate(FAMILY).book().value();
        for (float[] column : value) {
            for (float one : column) {
                negative += one < 0 ? 1 : 0;
            }
        }
        assertThat((double) negative / FAMILY.options()).isBetween(0.19, 0.21);
    }

    @Test
    void costs_rise_with_the_size_of_values() {
        OfferBook book = generate(FAMILY).book();
        double product = 0;
        double values = 0;
        double costs = 0;
        for (int customer = 0; customer < book.customers(); customer++) {
            double value = Math.log(Math.abs(book.value()[0][customer]));
            double cost = Math.log(book.cost()[0][customer]);
            product += value * cost;
            values += value;
            costs += cost;
        }
        double customers = book.customers();
        assertThat(product / customers).isGreaterThan(values / customers * costs / customers + 0.2);
    }

    @ParameterizedTest(name = "{0} limits")
    @ValueSource(ints = {1, 2, 5, 12})
    void a_family_has_as_many_shared_limits_as_it_says(int limits) {
        AllocationProblem problem = generate(AllocationFamily.of(5_000, 6, limits, 1));
        List<Limit> shared =
                problem.limits().stream().filter(Limit.Shared.class::isInstance).toList();
        assertThat(shared).hasSize(limits);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void nearly_all_limits_bind(long seed) {
        SendPlan plan = plan(generate(FAMILY.withSeed(seed)));
        assertThat(plan.limits().get(0).binds()).as("budget").isTrue();
        assertThat(plan.limits().stream().filter(LimitUse::binds).count())
                .isGreaterThanOrEqualTo(FAMILY.limits() - 1);
    }

    @Test
    void two_contacts_send_more() {
        AllocationFamily twice = new AllocationFamily(40_000, 6, 12, 2, 1);
        SendPlan plan = plan(generate(twice));
        assertThat(plan.sends()).isGreaterThan(plan(generate(FAMILY)).sends());
    }

    private static int[] segments(AllocationProblem problem) {
        return problem.book().segmentations().get(0).code();
    }

    private static AllocationProblem generate(AllocationFamily family) {
        return FamilyGenerator.generate(family, new Execution(2));
    }

    private static SendPlan plan(AllocationProblem problem) {
        AllocatorSettings settings = new AllocatorSettings(1e-3, Duration.ofSeconds(30));
        return new PriceAllocator(settings, new Execution(2))
                .allocate(problem.book(), problem.budget(), problem.rules());
    }
}
