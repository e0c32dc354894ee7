package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private final Console console = new Console(stream(results), stream(messages), 80);

    @Test
    void a_quiet_console_tells_results_and_problems_alone() {
        console.hush();
        try (Steps steps = new Steps(console)) {
            steps.begins("Fitting");
            steps.isAt(1, 6);
            steps.end();
        }
        console.print("a plan");
        console.next("./marginal audit plans/a");
        console.complain("a problem");

        assertThat(results).hasToString("a plan\n");
        assertThat(messages).hasToString("a problem\n");
    }

    @Test
    void advice_is_no_result() {
        console.print("a plan");
        console.next("./marginal audit plans/a");

        assertThat(results).hasToString("a plan\n");
        assertThat(messages).hasToString("Next: ./marginal audit plans/a\n");
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
