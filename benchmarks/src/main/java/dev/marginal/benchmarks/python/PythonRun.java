package dev.marginal.benchmarks.python;

import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.Assignment;
import dev.marginal.benchmarks.reports.ResultFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Measures every contestant on every data set, but for what a ledger beside the page knows already,
 * and judges all of them alike.
 */
public final class PythonRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS =
            Set.of(
                    "sets",
                    "contenders",
                    "splits",
                    "large-splits",
                    "judged",
                    "data",
                    "threads",
                    "heap",
                    "keep",
                    "measure",
                    "minutes");

    private static final String SETS =
            "hillstrom-mens-visit,hillstrom-womens-visit,hillstrom-mens-conversion,"
                    + "hillstrom-womens-conversion,hillstrom-mens-spend,hillstrom-womens-spend,"
                    + "starbucks,planted-50000,planted-1000000";

    private static final String SPLITS = "101,102,103,104,105,106,107,108,109,110";
    private static final String LARGE_SPLITS = SPLITS;
    private static final int LARGE = 500_000;
    private static final List<String> JUDGES = List.of("causalml", "sklift");
    private static final Set<String> TOLD =
            Set.of("causalml", "econml", "scikit-uplift", "xgboost", "scikit-learn", "numpy");

    private final Options options;
    private final Path home;
    private final ResultFile result;
    private final Consumer<String> progress;
    private final List<Contestant> contestants;
    private final Workshop workshop;

    /**
     * A run to come.
     *
     * @param assignment options {@code sets}; {@code contenders}; {@code splits}, and {@code
     *     large-splits} from half a million rows on; {@code judged}, planted rows to judge by;
     *     {@code data}, the folder with the public data; {@code threads}; {@code heap} of
     *     Marginal's JVM; {@code keep}; {@code measure}, {@code no} for the page of what the
     *     ledgers know; {@code minutes} that a contestant is given for one data set
     */
    public PythonRun(Assignment assignment) {
        this.options = assignment.options();
        this.home = assignment.checkout().toAbsolutePath().normalize();
        this.result = assignment.result();
        this.progress = assignment.progress();
        this.contestants =
                Arrays.stream(options.words("contenders", String.join(",", Contestant.words())))
                        .map(Contestant::named)
                        .toList();
        this.workshop =
                new Workshop(
                        home,
                        absolute("data", "../shared/data"),
                        options.integer("judged", 40_000),
                        options.integer("threads", Runtime.getRuntime().availableProcessors()),
                        List.of("-Xmx" + options.text("heap", "2g"), "-Xms16m", "-XX:+UseSerialGC"),
                        Duration.ofMinutes(options.integer("minutes", 60)),
                        progress);
    }

    /**
     * Measures everything.
     *
     * @throws IllegalStateException after the tables are written, if a metric of Marginal's differs
     *     from the library's whose name it bears
     */
    public void run() {
        settings();
        List<SetTables> tables = new ArrayList<>();
        for (String set : options.words("sets", SETS)) {
            if (isAbsent(set)) {
                progress.accept("Skipped: the data of %s is not there.".formatted(set));
                continue;
            }
            tables.add(measure(set));
            result.write(PythonPage.of(tables, workshop.judged()));
        }
        if (!tables.stream().allMatch(SetTables::agrees)) {
            throw new IllegalStateException(
                    "A metric differs from its library's, or was held against none: see the page.");
        }
    }

    private SetTables measure(String set) {
        List<Long> splits = splits(set);
        Ledger ledger = Ledger.read(ledgers().resolve(set + ".tsv"));
        Kept kept = new Kept(absolute("keep", "benchmarks/target/peers/kept"), set);
        if (options.text("measure", "yes").equals("yes")) {
            measure(kept, ledger, splits);
            takeDown(kept, ledger, splits);
        }
        result.setting(set, "measured " + ledger.measured());
        return new SetTables(set, ledger.scored(contestants, splits));
    }

    /** Beside the page. */
    private Path ledgers() {
        return result.file().toAbsolutePath().resolveSibling("run-peers-uplift");
    }

    private void measure(Kept kept, Ledger ledger, List<Long> splits) {
        Set<Long> all = new TreeSet<>();
        contestants.forEach(one -> all.addAll(missing(ledger, one, splits)));
        progress.accept("%s: splits %s".formatted(kept.set(), words(all)));
        if (all.isEmpty()) {
            return;
        }
        workshop.prepare(kept, words(all));
        for (Contestant contestant : contestants) {
            List<Long> missing = missing(ledger, contestant, splits);
            if (!missing.isEmpty()) {
                workshop.measure(kept, contestant, words(missing));
            }
        }
        JUDGES.forEach(library -> workshop.metrics(kept, library, words(all)));
    }

    private void takeDown(Kept kept, Ledger ledger, List<Long> splits) {
        String measured =
                "%s at %s"
                        .formatted(
                                LocalDate.now(), System.getProperty("marginal.commit", "unknown"));
        Scores scores = new Scores(kept, JUDGES, measured);
        for (Contestant contestant : contestants) {
            missing(ledger, contestant, splits)
                    .forEach(split -> scores.of(contestant, split).ifPresent(ledger::add));
        }
        ledger.write();
    }

    private static List<Long> missing(Ledger ledger, Contestant contestant, List<Long> splits) {
        return splits.stream().filter(split -> !ledger.knows(contestant, split)).toList();
    }

    private static String words(Collection<Long> splits) {
        return splits.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private boolean isAbsent(String set) {
        return Split.source(set)
                .filter(file -> !Files.exists(workshop.data().resolve(file)))
                .isPresent();
    }

    private List<Long> splits(String set) {
        String words =
                Split.rows(set) < LARGE
                        ? options.text("splits", SPLITS)
                        : options.text("large-splits", LARGE_SPLITS);
        return Arrays.stream(words.split(",")).map(Long::parseLong).toList();
    }

    private Path absolute(String option, String otherwise) {
        return Path.of(options.text(option, home.resolve(otherwise).toString())).toAbsolutePath();
    }

    private void settings() {
        result.setting("Threads", workshop.threads() + " for every contender");
        result.setting(
                "Splits",
                "%s; %s from %,d rows on"
                        .formatted(
                                options.text("splits", SPLITS),
                                options.text("large-splits", LARGE_SPLITS),
                                LARGE));
        result.setting("Marginal's JVM", String.join(" ", workshop.java()) + ", not warmed up");
        result.setting(
                "Limit",
                "%d minutes per contender and data set".formatted(workshop.limit().toMinutes()));
        result.setting("Python's packages", versions());
        result.setting(
                "Trees (rounds, depth, learning rate, least leaf weight, ridge, share of rows)",
                SameTrees.lines(workshop.threads()).stream()
                        .filter(line -> line.startsWith("trees."))
                        .map(line -> line.substring("trees.".length()).replace("\t", " "))
                        .collect(Collectors.joining("; ")));
    }

    private String versions() {
        Set<String> versions = new TreeSet<>();
        for (String library : List.of("causalml", "econml", "sklift")) {
            Path lock = home.resolve("benchmarks/peers/requirements/" + library + ".txt");
            try {
                Files.readAllLines(lock).stream()
                        .map(line -> line.split(" ")[0])
                        .filter(line -> TOLD.contains(line.split("==")[0]))
                        .forEach(versions::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return String.join(", ", versions);
    }
}
