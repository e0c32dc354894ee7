package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.store.PlanStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code marginal log show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Tells which files of sends the log holds, and until when it is complete.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal log show --store plans",
            "  marginal log show --store plans --json",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input."
        })
final class LogShowCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin private Result result;
    @Mixin private StoreOption store;

    /** As JSON. */
    record Told(List<File> files, String completeThrough) {}

    /** A file of sends. */
    record File(String file, long rows, String completeThrough) {}

    LogShowCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (PlanStore open = store.open(clock)) {
            SendLog log = open.log();
            result.print("log-1", () -> told(log), () -> page(log));
            if (log.files().isEmpty()) {
                console.next("./marginal log import sends.csv");
            }
        }
        return Ending.DONE.exitCode();
    }

    private static Told told(SendLog log) {
        List<File> files =
                log.files().stream()
                        .map(
                                file ->
                                        new File(
                                                file.file().toString(),
                                                file.rows(),
                                                file.completeThrough().toString()))
                        .toList();
        return new Told(files, log.completeThrough().map(Object::toString).orElse(null));
    }

    private static String page(SendLog log) {
        if (log.files().isEmpty()) {
            return "The log is empty.";
        }
        List<String> lines = new ArrayList<>();
        lines.add("  %12s  %-24s %s".formatted("rows", "complete through", "file"));
        log.files().forEach(file -> lines.add(line(file)));
        lines.add("Complete through " + log.completeThrough().orElseThrow());
        return String.join("\n", lines);
    }

    private static String line(SendLog.LogFile file) {
        return "  %,12d  %-24s %s".formatted(file.rows(), file.completeThrough(), file.file());
    }
}
