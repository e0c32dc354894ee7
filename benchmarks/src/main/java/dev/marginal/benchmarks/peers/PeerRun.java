package dev.marginal.benchmarks.peers;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.families.FamilyOptions;
import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.MarkdownTable;
import dev.marginal.benchmarks.reports.ResultFile;
import dev.marginal.benchmarks.scale.ScaleCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Measures every peer on every campaign, and Marginal beside them. */
public final class PeerRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS =
            Set.of("instances", "seed", "peers", "limit", "repeat-below");

    private static final int RUNS = 5;

    /** Seconds that a process may take beyond the solver's limit until it is killed. */
    private static final int GRACE = 60;

    private static final String INSTANCES = "10000x6x10,10000x10x10,100000x6x50,100000x10x50";
    static final List<String> JAVA = List.of("-Xmx4g", "-XX:+UseParallelGC");
    private static final String PEERS =
            Arrays.stream(Peer.values())
                    .map(peer -> peer.name().toLowerCase())
                    .collect(Collectors.joining(","));

    private final String[] instances;
    private final int seed;
    private final String[] peers;
    private final int limit;
    private final int repeatBelow;
    private final ResultFile result;
    private final Consumer<String> progress;
    private String tables = "";

    /**
     * A run to come.
     *
     * @param options {@code instances}; {@code seed}; {@code peers}; {@code limit} in seconds; a
     *     peer that answers within {@code repeat-below} seconds is run five times
     * @param progress is told what is being measured
     */
    public PeerRun(Options options, ResultFile result, Consumer<String> progress) {
        this.instances = options.words("instances", INSTANCES);
        this.seed = options.integer("seed", 101);
        this.peers = options.words("peers", PEERS);
        this.limit = options.integer("limit", 120);
        this.repeatBelow = options.integer("repeat-below", 30);
        this.result = result;
        this.progress = progress;
    }

    /** Measures everything. */
    public void run() {
        result.setting("Seed", seed);
        result.setting(
                "Limit", "%d s, killed from outside after %d s".formatted(limit, limit + GRACE));
        result.setting("JVM options", String.join(" ", JAVA) + ", one JVM per solver and run");
        for (String word : instances) {
            AllocationFamily family = FamilyOptions.parse(word, seed);
            progress.accept(family.toString());
            List<Answer> answers = new ArrayList<>(marginal(family, progress));
            for (String name : peers) {
                answers.add(peer(Peer.named(name), family));
                result.write(remarks() + tables + table(family, answers));
            }
            tables += table(family, answers);
        }
    }

    /** Five plans of a warm JVM, and the first of it. */
    static List<Answer> marginal(AllocationFamily family, Consumer<String> progress) {
        String seeds = String.join(",", Collections.nCopies(RUNS, family.seed() + ""));
        List<String> arguments = new ArrayList<>(FamilyOptions.arguments(family));
        arguments.addAll(List.of("--seeds", seeds));
        Child.Ended ended =
                new Child(ScaleCase.class, JAVA, arguments, Duration.ofMinutes(10)).run();
        progress.accept("  Marginal: " + ended.words() + ", output in " + ended.log());
        return List.of(
                new Answer("Marginal", "allocate", "bound", List.of(ended)),
                new Answer("Marginal, first plan of a JVM", "first", "bound", List.of(ended)));
    }

    private Answer peer(Peer peer, AllocationFamily family) {
        List<String> arguments = new ArrayList<>(FamilyOptions.arguments(family));
        arguments.addAll(List.of("--peer", peer.name(), "--limit", limit + ""));
        Child child = new Child(PeerCase.class, JAVA, arguments, Duration.ofSeconds(limit + GRACE));
        List<Child.Ended> runs = new ArrayList<>();
        boolean again = true;
        while (again) {
            Child.Ended ended = child.run();
            progress.accept(
                    "  %s: %s, output in %s".formatted(peer.words(), ended.words(), ended.log()));
            runs.add(ended);
            double took = ended.facts().median("solve").orElse(Double.MAX_VALUE);
            again = took < repeatBelow && runs.size() < RUNS;
        }
        String words = peer.isFractional() ? peer.words() + " (LP)" : peer.words();
        return new Answer(words, "solve", "claimed", runs);
    }

    /** A row per answer, beside the first. */
    static String table(AllocationFamily family, List<Answer> answers) {
        MarkdownTable table =
                new MarkdownTable(
                        2,
                        "solver",
                        "ended",
                        "building, seconds",
                        "solving, seconds",
                        "times Marginal's",
                        "value",
                        "beside Marginal's",
                        "violation",
                        "bound",
                        "peak memory, GiB",
                        "runs");
        answers.forEach(answer -> table.row(answer.cells(answers.get(0))));
        return "## %s\n\n%s\n".formatted(family, table);
    }

    private String remarks() {
        return """
                Customers × offers × limits. Every solver gets the same campaign. Marginal's row is the median of five
                plans in one JVM that is warm; it needs no model to be built. A peer is the median of five runs, each in
                a JVM of its own, or a single run where one takes %d s or more. `(LP)`: the solver may send fractions of an offer,
                so its value is no plan's value but an upper bound, true up to the tolerance; its violation is that
                tolerance at work; its bound is computed here, from its prices, and holds whatever the tolerance. All
                other bounds are what the solver claims. Value and violation are added up here from each solver's own
                answer. Peak memory is the whole process's, the campaign included. HiGHS through OR-Tools Java ignores its time limit, claims bounds that are false and
                has ended the JVM: it is killed from outside.

                """
                .formatted(repeatBelow);
    }
}
