package dev.marginal.examples;

import dev.marginal.app.cli.Console;
import dev.marginal.app.cli.Marginal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;

/**
 * An example as the command line tells it.
 *
 * @param results what was printed
 * @param messages progress and problems
 */
record Story(int exitCode, String results, String messages) {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    static Story plan(Path campaignFile, Path out) {
        Story story =
                of(Clock.systemUTC(), "plan", campaignFile, "--out", out, "--date", "2026-11-21");
        return new Story(
                story.exitCode, asInReadme(story.results, out), asInReadme(story.messages, out));
    }

    private static String asInReadme(String text, Path out) {
        return text.replace(out.toString(), "plans/" + out.getFileName()).replace(ROOT + "/", "");
    }

    /** What a command says at some time. */
    static Story of(Clock clock, Object... words) {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        Console console =
                new Console(
                        new PrintStream(results, true, StandardCharsets.UTF_8),
                        new PrintStream(messages, true, StandardCharsets.UTF_8));
        String[] texts = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        return new Story(
                Marginal.run(texts, console, clock),
                results.toString(StandardCharsets.UTF_8),
                messages.toString(StandardCharsets.UTF_8));
    }
}
