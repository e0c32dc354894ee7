package dev.marginal.benchmarks.peers;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.families.FamilyOptions;
import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.processes.Program;
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
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Solvers of Python's packages and Marginal on the same campaigns; every answer is checked here.
 */
public final class PythonPeerRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS =
            Set.of("instances", "seed", "solvers", "limit", "threads", "keep");

    private static final String INSTANCES = "10000x10x1,10000x10x10,100000x10x1,100000x10x50";
    private static final int GRACE = 60;

    private static final String REMARKS =
            """
            Customers × offers × limits. Python's solvers get the campaign as files and a single run each, in a process of its own;
            building their model is not in the time of solving. Marginal's row is the median of five plans in one JVM
            that is warm. Values, violations and the bounds of `(LP)` are added up here from each answer, by code that
            shares nothing with the solvers. `(LP)`: fractions of sends are allowed. The bounds of the others are what they claim. With one limit,
            the budget, Marginal computes the whole curve.

            maq, which solves the same problem with one budget, has no row: it is not on Python's package index. (The package
            of that name there is another's and installs nothing.) It is distributed as source and as an R package.

            """;
    private static final String SOLVERS =
            Arrays.stream(PythonSolver.values())
                    .map(PythonSolver::word)
                    .collect(Collectors.joining(","));

    private final Options options;
    private final Path home;
    private final ResultFile result;
    private final Consumer<String> progress;
    private final int seed;
    private final int limit;
    private final int threads;
    private final Path keep;

    /**
     * A run to come.
     *
     * @param assignment options {@code instances}; {@code seed}; {@code solvers}; {@code limit} in
     *     seconds; {@code threads}; {@code keep}, a folder from which a run that was broken off
     *     goes on
     */
    public PythonPeerRun(Assignment assignment) {
        this.options = assignment.options();
        this.home = assignment.checkout().toAbsolutePath().normalize();
        this.result = assignment.result();
        this.progress = assignment.progress();
        this.seed = options.integer("seed", 101);
        this.limit = options.integer("limit", 120);
        this.threads = options.integer("threads", Runtime.getRuntime().availableProcessors());
        String kept = options.text("keep", home.resolve("benchmarks/target/peers/kept") + "");
        this.keep = Path.of(kept).toAbsolutePath().resolve("allocation");
    }

    /** Measures everything. */
    public void run() {
        result.setting("Seed", seed);
        result.setting("Threads", threads + "; CP-SAT's workers are 8 however many there are");
        result.setting(
                "Limit", "%d s, killed from outside after %d s".formatted(limit, limit + GRACE));
        result.setting("Marginal's JVM", String.join(" ", PeerRun.JAVA));
        StringBuilder tables = new StringBuilder(REMARKS);
        for (String word : options.words("instances", INSTANCES)) {
            AllocationFamily family = FamilyOptions.parse(word, seed);
            progress.accept(family.toString());
            Path campaign = keep.resolve(word + "-" + seed);
            export(family, campaign);
            List<Answer> answers = new ArrayList<>(PeerRun.marginal(family, progress));
            for (String name : options.words("solvers", SOLVERS)) {
                answers.add(answer(PythonSolver.named(name), family, campaign));
            }
            tables.append(PeerRun.table(family, answers));
            result.write(tables.toString());
        }
    }

    private void export(AllocationFamily family, Path campaign) {
        if (Files.exists(campaign.resolve("amounts.f64"))) {
            return;
        }
        List<String> arguments = new ArrayList<>(FamilyOptions.arguments(family));
        arguments.addAll(List.of("--into", campaign.toString()));
        Child.Ended ended = child(ExportCase.class, arguments);
        if (!ended.isDone()) {
            throw new IllegalStateException("No campaign was written, see " + ended.log());
        }
    }

    private Answer answer(PythonSolver solver, AllocationFamily family, Path campaign) {
        Path out = campaign.resolve(solver.word());
        Facts facts = new Facts(out.resolve("facts.tsv"));
        if (facts.text("ended").isEmpty()) {
            Child.Ended ended = solve(solver, campaign, out, facts);
            check(family, out, facts);
            facts.add("ended", ended.isDone() ? "" : ended.words());
            progress.accept(
                    "  %s: %s, output in %s".formatted(solver.words(), ended.words(), ended.log()));
        }
        String trouble = facts.text("ended").orElse("").strip();
        if (!trouble.isEmpty() && facts.text("status").isEmpty()) {
            facts.add("status", trouble);
        }
        long peak = (long) facts.most("peak bytes").orElse(0);
        Child.Ended ended =
                new Child.Ended(OptionalInt.of(0), facts, peak, out.resolve("output.log"));
        return new Answer(solver.words(), "solve", solver.bound(), List.of(ended));
    }

    private Child.Ended solve(PythonSolver solver, Path campaign, Path out, Facts facts) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command =
                List.of(
                        "env",
                        "PYTHONDONTWRITEBYTECODE=1",
                        "OMP_NUM_THREADS=" + threads,
                        home.resolve("benchmarks/target/peers/allocation/bin/python").toString(),
                        "allocation.py",
                        solver.word(),
                        campaign.toString(),
                        out.toString(),
                        limit + "",
                        threads + "");
        Path scripts = home.resolve("benchmarks/peers");
        return new Program(command, scripts, Duration.ofSeconds(limit + GRACE))
                .run(facts, out.resolve("output.log"));
    }

    private static void check(AllocationFamily family, Path out, Facts facts) {
        List<String> arguments = new ArrayList<>(FamilyOptions.arguments(family));
        arguments.addAll(List.of("--out", out.toString()));
        Facts found = child(CheckCase.class, arguments).facts();
        for (String name : List.of("value", "violation", "bound")) {
            found.text(name).ifPresent(text -> facts.add(name, text));
        }
    }

    private static Child.Ended child(Class<?> main, List<String> arguments) {
        return new Child(main, PeerRun.JAVA, arguments, Duration.ofMinutes(10)).run();
    }
}
