package dev.marginal.optimizer.mmkp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.PlanCheck;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.IntegerAnswer.Proof;
import dev.marginal.optimizer.whole.Fixed;
import dev.marginal.optimizer.whole.WholeModel;
import dev.marginal.tables.Execution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The knapsacks of Khan et al.: known optima, found and proven. */
class MmkpTest {
    private static final Path FOLDER = Path.of("../../shared/data/mmkp");

    @ParameterizedTest
    @CsvSource({"I01, 1730", "I02, 3640", "I03, 16020", "I05, 39057", "I06, 47993"})
    void known_optima_are_proven(String name, double tenths) {
        Mmkp knapsack = read(name);
        AllocatorSettings settings = new AllocatorSettings(0, Duration.ofMinutes(5));
        SendPlan plan =
                Allocators.standard(settings, new Execution(2))
                        .allocate(knapsack.book(), Budget.unlimited(), knapsack.rules());
        PlanCheck.check(plan, knapsack.book(), Budget.unlimited(), knapsack.rules());
        assertThat(plan.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(plan.value()).isEqualTo(tenths);
        assertThat(plan.bound()).isEqualTo(tenths);
    }

    @Test
    @Tag("slow")
    void the_one_that_cp_sat_does_not_prove_is_proven_by_scip() {
        Mmkp knapsack = read("I04");
        Instance instance = Instance.of(knapsack.book(), Budget.unlimited(), knapsack.rules());
        WholeModel model = new WholeModel(instance, Fixed.nothing(instance));
        WholeModel.Answer answer = model.solve(50, Deadline.after(Duration.ofMinutes(5)));
        assertThat(answer.proof()).isEqualTo(Proof.OPTIMAL);
        assertThat(answer.bound()).isEqualTo(35_970_000_000L);
    }

    private static Mmkp read(String name) {
        Path file = FOLDER.resolve(name + ".txt");
        Assumptions.assumeTrue(
                Files.exists(file), "no " + file + ": MMKP is not part of this tree");
        return Mmkp.read(file);
    }
}
