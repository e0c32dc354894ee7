package dev.marginal.benchmarks.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.boosting.Trees;
import dev.marginal.uplift.Head;
import dev.marginal.uplift.LearnerSettings;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameTreesTest {
    @Test
    void what_python_reads_is_what_marginals_x_learner_grows() {
        LearnerSettings ours = SameTrees.settings();

        assertThat(read("outcome")).isEqualTo(ours.outcome());
        assertThat(read("effect")).isEqualTo(ours.effect());
        assertThat(read("order")).isEqualTo(ours.order());
        assertThat(SameTrees.lines(3)).contains("seed\t" + ours.seed(), "threads\t3");
    }

    @Test
    void marginals_x_learner_stops_as_late_as_causalmls_and_learns_the_same_outcome() {
        assertThat(SameTrees.settings().patience()).isZero();
        assertThat(SameTrees.settings().head()).isEqualTo(Head.SQUARED);
        assertThat(SameTrees.settings().bags()).isEqualTo(1);
    }

    private static Trees read(String role) {
        List<String> words =
                SameTrees.lines(2).stream()
                        .filter(line -> line.startsWith("trees." + role + "\t"))
                        .flatMap(line -> Arrays.stream(line.split("\t")[1].split(",")))
                        .toList();
        return new Trees(
                Integer.parseInt(words.get(0)),
                Integer.parseInt(words.get(1)),
                Double.parseDouble(words.get(2)),
                Double.parseDouble(words.get(3)),
                Double.parseDouble(words.get(4)),
                Double.parseDouble(words.get(5)));
    }
}
