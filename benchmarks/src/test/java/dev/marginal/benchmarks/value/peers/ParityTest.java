package dev.marginal.benchmarks.value.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.benchmarks.processes.Facts;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParityTest {
    @TempDir Path folder;

    private Facts facts;

    @BeforeEach
    void facts() {
        facts = new Facts(folder.resolve("facts.tsv"));
    }

    @Test
    void the_largest_difference_counts_as_a_share_of_our_figure() {
        tell(new double[] {2, 103, 0}, new double[] {2, 100, 1e-6});

        assertThat(difference()).isEqualTo(.03, within(1e-12));
    }

    @Test
    void what_is_no_number_is_counted_and_not_compared() {
        tell(new double[] {Double.NaN, 5}, new double[] {1, 5});

        assertThat(difference()).isZero();
        assertThat(facts.most(fact() + ", no number")).isEqualTo(OptionalDouble.of(1));
    }

    @Test
    void columns_of_other_customers_never_agree() {
        tell(new double[] {1}, new double[] {1, 1});

        assertThat(difference()).isInfinite();
    }

    private void tell(double[] theirs, double[] ours) {
        new Parity(facts, Fitter.LIFETIMES_BG).tell("spend", theirs, ours);
    }

    private double difference() {
        return facts.most(fact()).orElseThrow();
    }

    private static String fact() {
        return Parity.fact(Fitter.LIFETIMES_BG, "spend");
    }
}
