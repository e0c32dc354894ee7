package dev.marginal.benchmarks.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaboratoryTest {
    @TempDir Path folder;

    /** Finds out a number, or fails where it is told to. */
    public static final class Measurement {
        private Measurement() {}

        public static void main(String[] arguments) {
            Options options = Options.of(arguments, Set.of("number", "facts"));
            options.facts().add("number", options.integer("number", 0));
            if (options.integer("number", 0) < 0) {
                System.exit(3);
            }
        }
    }

    @Test
    void a_complete_finding_is_kept_and_not_measured_again() {
        List<String> measured = new ArrayList<>();
        Laboratory laboratory = laboratory(measured);
        Finding first = laboratory.measure("one", Measurement.class, List.of("--number", "5"));
        int told = measured.size();
        Finding second = laboratory.measure("one", Measurement.class, List.of("--number", "5"));

        assertThat(first.numbers("number")).containsExactly(5);
        assertThat(first.trouble()).isEmpty();
        assertThat(second.numbers("number")).containsExactly(5);
        assertThat(measured).hasSize(told);
    }

    @Test
    void a_finding_that_ended_badly_is_told_and_not_kept() {
        List<String> measured = new ArrayList<>();
        Finding finding =
                laboratory(measured).measure("bad", Measurement.class, List.of("--number", "-1"));

        assertThat(finding.trouble()).isEqualTo("process ended with code 3");
        assertThat(folder).isEmptyDirectory();
    }

    private Laboratory laboratory(List<String> measured) {
        return new Laboratory(
                Optional.of(folder), List.of("-Xmx64m"), Duration.ofMinutes(1), measured::add);
    }
}
