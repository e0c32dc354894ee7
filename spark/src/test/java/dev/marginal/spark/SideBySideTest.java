package dev.marginal.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.tables.Execution;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Spark brings with it and what OR-Tools brings with it get on in one JVM. */
class SideBySideTest {
    @Test
    void integer_programs_are_solved_in_a_task() {
        List<Double> values =
                LocalSpark.context()
                        .parallelize(List.of(1, 2, 3, 4), 2)
                        .map(SideBySideTest::valueOfBudget)
                        .collect();

        assertThat(values).containsExactly(10.0, 19.0, 27.0, 34.0);
    }

    /** Ten customers worth 1 to 10, of whom the budget reaches a few. */
    private static double valueOfBudget(int budget) {
        float[] value = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        float[] cost = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        OfferBook book =
                new OfferBook(
                        List.of(new Offer("push", "push")),
                        new float[][] {value},
                        new float[][] {cost});
        var plan =
                Allocators.standard(AllocatorSettings.defaults(), new Execution(1))
                        .allocate(book, Budget.of(budget), Rules.of());
        assertThat(plan.outcome()).isEqualTo(Outcome.OPTIMAL);
        return plan.value();
    }
}
