package dev.marginal.benchmarks.value.peers;

import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.Assignment;
import dev.marginal.benchmarks.reports.ResultFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Python's libraries of customers' value and Marginal on the same logs, judged by one code. */
public final class ValuePeerRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS =
            Set.of("logs", "fitters", "seed", "threads", "heap", "keep", "minutes", "data");

    private static final String LOGS = "cdnow,online-retail,planted-100000,planted-1000000";
    private static final Set<String> TOLD =
            Set.of("lifetimes", "numpy", "pandas", "scipy", "autograd");

    private final Options options;
    private final Path home;
    private final ResultFile result;
    private final Consumer<String> progress;
    private final List<Fitter> fitters;
    private final ValueWorkshop workshop;

    /**
     * A run to come.
     *
     * @param assignment options {@code logs}; {@code fitters}; {@code seed} of planted logs; {@code
     *     threads} of every fitter; {@code heap} of Marginal's JVM; {@code keep}, a folder from
     *     which a run that was broken off goes on; {@code minutes} that a fitter is given for a
     *     log; {@code data}, the folder of the public data
     */
    public ValuePeerRun(Assignment assignment) {
        this.options = assignment.options();
        this.home = assignment.checkout().toAbsolutePath().normalize();
        this.result = assignment.result();
        this.progress = assignment.progress();
        this.fitters =
                Arrays.stream(options.words("fitters", String.join(",", Fitter.words())))
                        .map(Fitter::named)
                        .toList();
        this.workshop =
                new ValueWorkshop(
                        home,
                        absolute("data", "../shared/data"),
                        options.text("threads", Runtime.getRuntime().availableProcessors() + ""),
                        List.of("-Xmx" + options.text("heap", "2g"), "-XX:+UseParallelGC"),
                        Duration.ofMinutes(options.integer("minutes", 15)),
                        progress);
    }

    /**
     * Measures everything.
     *
     * @throws IllegalStateException after the tables are written, if a library disagrees with
     *     Marginal at the same parameters
     */
    public void run() {
        settings();
        List<ValueTables> tables = new ArrayList<>();
        for (String name : options.words("logs", LOGS)) {
            LogToLearn log = new LogToLearn(name, options.integer("seed", 101));
            if (log.isThere(workshop.data())) {
                tables.add(measure(log));
                result.write(ValueTables.page(tables));
            } else {
                progress.accept("Skipped: the data of %s is not there.".formatted(name));
            }
        }
        if (!tables.stream().allMatch(ValueTables::agrees)) {
            throw new IllegalStateException(
                    "A library computes something else than Marginal: see the page.");
        }
    }

    private void settings() {
        result.setting("Seed of planted logs", options.integer("seed", 101));
        result.setting("Threads", workshop.threads() + " for every fitter");
        result.setting("Marginal's JVM", String.join(" ", workshop.java()) + ", not warmed up");
        result.setting(
                "Limit", "%d minutes per fitter and log".formatted(workshop.limit().toMinutes()));
        result.setting("Python's packages", versions());
    }

    private ValueTables measure(LogToLearn log) {
        progress.accept(log.name());
        ValueFiles files =
                new ValueFiles(
                        absolute("keep", "benchmarks/target/peers/kept")
                                .resolve("value")
                                .resolve(log.name() + "-" + log.seed()));
        workshop.prepare(log, files);
        fitters.forEach(fitter -> workshop.measure(fitter, files));
        List<Fitter> complete = fitters.stream().filter(files::isComplete).toList();
        return new ValueTables(log.name(), files, fitters, workshop.judge(files, complete));
    }

    private Path absolute(String option, String otherwise) {
        return Path.of(options.text(option, home.resolve(otherwise) + "")).toAbsolutePath();
    }

    private String versions() {
        Path pinned = home.resolve("benchmarks/peers/requirements/lifetimes.txt");
        try {
            return Files.readAllLines(pinned).stream()
                    .map(line -> line.split(" ")[0])
                    .filter(line -> TOLD.contains(line.split("==")[0]))
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
