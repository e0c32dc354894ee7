package dev.marginal.benchmarks.value.peers;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Writes a log and its cut for all contestants. */
public final class PrepareLogCase {
    private static final Set<String> OPTIONS = Set.of("log", "seed", "data", "into", "facts");

    private PrepareLogCase() {}

    /** Writes one log, unless it is there. */
    public static void main(String[] arguments) {
        Options options = Options.of(arguments, OPTIONS);
        LogToLearn log =
                new LogToLearn(options.text("log", ""), Long.parseLong(options.text("seed", "")));
        ValueFiles files = new ValueFiles(Path.of(options.text("into", "")));
        files.log().write(() -> log.rows(Path.of(options.text("data", ""))));
        Facts split = files.split();
        if (!Files.exists(split.file())) {
            split.add("until", log.until());
            split.add("horizon", ChronoUnit.DAYS.between(log.until(), log.end()));
        }
    }
}
