package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepsTest {
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @Test
    void elsewhere_than_on_a_terminal_steps_are_plain_lines() {
        try (Steps steps = steps(0)) {
            steps.begins("Fitting");
            steps.isAt(1, 6);
            steps.isAt(6, 6);
            steps.begins("Judging");
            steps.end();
        }

        assertThat(text().replaceAll("\\d+\\.\\d s", "0.0 s"))
                .isEqualTo("  Fitting … 0.0 s\n  Judging … 0.0 s\n");
    }

    @Test
    void a_terminal_shows_how_far_it_is_and_then_the_plain_line() {
        try (Steps steps = steps(80)) {
            steps.begins("Fitting");
            steps.isAt(1, 6);
            steps.isAt(2, 6);
            steps.end();
        }

        assertThat(text())
                .startsWith("  Fitting … ")
                .contains("\r  Fitting [")
                .contains("] 2 of 6")
                .doesNotContain("\033[3")
                .matches("(?s).*\\r\\033\\[K  Fitting … \\d+\\.\\d s\\n");
    }

    @Test
    void a_step_that_fails_ends_its_line() {
        try (Steps steps = steps(0)) {
            steps.begins("Fitting");
        }

        assertThat(text()).isEqualTo("  Fitting … \n");
    }

    @Test
    void the_time_left_is_what_the_parts_so_far_took() {
        Duration twenty = Duration.ofSeconds(20);

        assertThat(StepBar.frame("Fitting", 2, 6, twenty, twenty, 60))
                .isEqualTo("  Fitting [" + "=".repeat(10) + " ".repeat(20) + "] 2 of 6, 0:40 left");
        assertThat(StepBar.frame("Fitting", 2, 6, twenty, Duration.ofSeconds(25), 60))
                .endsWith("2 of 6, 0:35 left");
        assertThat(StepBar.frame("Fitting", 2, 6, twenty, Duration.ofSeconds(90), 60))
                .endsWith("2 of 6, 0:00 left");
        assertThat(StepBar.frame("Fitting", 0, 6, Duration.ZERO, twenty, 60)).endsWith("] 0 of 6");
    }

    @Test
    void a_line_fits_into_the_terminal() {
        String step = "Fitting learner 'decomposed' on 60,000 rows, once for each of 5 folds";

        assertThat(StepBar.frame(step, 1, 6, Duration.ofSeconds(1), Duration.ofSeconds(1), 50))
                .hasSize(50)
                .endsWith("… 1 of 6, 0:05 left");
    }

    private Steps steps(int columns) {
        PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
        return new Steps(new Console(stream, stream, columns));
    }

    private String text() {
        return messages.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
