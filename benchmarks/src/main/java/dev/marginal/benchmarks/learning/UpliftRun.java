package dev.marginal.benchmarks.learning;

import dev.marginal.benchmarks.contenders.Contenders;
import dev.marginal.benchmarks.processes.Finding;
import dev.marginal.benchmarks.processes.Laboratory;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.ResultFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures every learner where the truth is known. */
public final class UpliftRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS =
            Stream.concat(
                            Laboratory.OPTIONS.stream(),
                            Stream.of(
                                    "learners",
                                    "worlds",
                                    "rows",
                                    "seeds",
                                    "large-seeds",
                                    "audience",
                                    "threads"))
                    .collect(Collectors.toUnmodifiableSet());

    private static final List<String> JAVA = List.of("-Xmx2g", "-XX:+UseParallelGC");
    private static final int LARGE = 100_000;

    private final Options options;
    private final ResultFile result;
    private final Laboratory laboratory;
    private final String[] learners;
    private final int threads;

    /**
     * A run to come.
     *
     * @param options {@code learners}; {@code worlds}; {@code rows} of the histories; {@code
     *     seeds}, and {@code large-seeds} from a hundred thousand rows on; {@code audience}; {@code
     *     threads}; {@code keep} and {@code minutes} as in {@link Laboratory}
     * @param progress is told what is being measured
     */
    public UpliftRun(Options options, ResultFile result, Consumer<String> progress) {
        this.options = options;
        this.result = result;
        this.laboratory = Laboratory.of(options, JAVA, progress);
        this.learners = options.words("learners", Contenders.learners());
        this.threads = options.integer("threads", Runtime.getRuntime().availableProcessors());
    }

    /** Effects of one treatment in the planted world. */
    public void planted() {
        truth("randomised,confounded", "50000,250000", "40000", TruthTable.PLANTED);
    }

    /** Effects in the trials of Nie and Wager. */
    public void nieWager() {
        truth(
                "nie-wager-a,nie-wager-b,nie-wager-c,nie-wager-d",
                "10000",
                "10000",
                TruthTable.NIE_WAGER);
    }

    /** What plans by the learners' effects truly earn. */
    public void plans() {
        List<String> names = new ArrayList<>(Contenders.ordered(learners));
        names.removeAll(List.of(Contenders.ZERO, Contenders.OUTCOME));
        names.addAll(List.of(PlanCase.RESPONSE, PlanCase.RANDOM));
        run(PlanCase.class, names, "randomised,confounded", "50000,250000", "40000", PlanTable::of);
    }

    private void truth(String worlds, String rows, String audience, String remarks) {
        run(
                TruthCase.class,
                Contenders.ordered(learners),
                worlds,
                rows,
                audience,
                tables -> remarks + TruthTable.of(tables));
    }

    private void run(
            Class<?> main,
            List<String> contenders,
            String worlds,
            String rows,
            String audience,
            Function<Map<String, List<Finding>>, String> page) {
        settings();
        Map<String, List<Finding>> tables = new LinkedHashMap<>();
        for (String size : options.words("rows", rows)) {
            for (String world : options.words("worlds", worlds)) {
                String title = "%s, %,d rows".formatted(world, Integer.parseInt(size));
                List<Finding> findings = new ArrayList<>();
                tables.put(title, findings);
                for (String contender : contenders) {
                    findings.add(
                            laboratory.measure(
                                    contender, main, arguments(contender, world, size, audience)));
                    result.write(page.apply(tables));
                }
            }
        }
    }

    private List<String> arguments(String contender, String world, String rows, String audience) {
        return List.of(
                "--contender",
                contender,
                "--world",
                world,
                "--rows",
                rows,
                "--audience",
                options.text("audience", audience),
                "--seeds",
                seeds(Integer.parseInt(rows)),
                "--threads",
                threads + "");
    }

    private String seeds(int rows) {
        String seeds = options.text("seeds", "101,102,103,104,105");
        return rows < LARGE ? seeds : options.text("large-seeds", seeds);
    }

    private void settings() {
        result.setting("Seeds", seeds(0) + "; " + seeds(LARGE) + " from 100,000 rows on");
        result.setting("Threads", threads);
        result.setting("The default learner", Contenders.DEFAULT);
    }
}
