package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.store.PlanStore;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code marginal log show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Tells which files of sends the log holds, and until when it is complete.")
final class LogShowCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin private StoreOption store;

    LogShowCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (PlanStore open = store.open(clock)) {
            SendLog log = open.log();
            List<SendLog.LogFile> files = log.files();
            if (files.isEmpty()) {
                console.print("The log is empty. Next: ./marginal log import sends.csv");
                return Ending.DONE.exitCode();
            }
            console.print("  %12s  %-24s %s".formatted("rows", "complete through", "file"));
            files.forEach(file -> console.print(line(file)));
            console.print("Complete through " + log.completeThrough().orElseThrow());
        }
        return Ending.DONE.exitCode();
    }

    private static String line(SendLog.LogFile file) {
        return "  %,12d  %-24s %s".formatted(file.rows(), file.completeThrough(), file.file());
    }
}
