package dev.marginal.examples;

import dev.marginal.app.cli.Console;
import dev.marginal.app.cli.Marginal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * An example as the command line tells it.
 *
 * @param results what was printed, with the project's root as the place it was run from
 * @param messages progress and problems
 */
record Story(int exitCode, String results, String messages) {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    static Story plan(Path campaignFile, Path out) {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int exitCode =
                Marginal.run(
                        new String[] {
                            "plan",
                            campaignFile.toString(),
                            "--out",
                            out.toString(),
                            "--date",
                            "2026-11-21"
                        },
                        new Console(
                                new PrintStream(results, true, StandardCharsets.UTF_8),
                                new PrintStream(messages, true, StandardCharsets.UTF_8)));
        return new Story(
                exitCode,
                results.toString(StandardCharsets.UTF_8)
                        .replace(out.toString(), "plans/" + out.getFileName())
                        .replace(ROOT + "/", ""),
                messages.toString(StandardCharsets.UTF_8));
    }
}
