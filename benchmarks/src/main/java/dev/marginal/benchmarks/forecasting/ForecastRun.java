package dev.marginal.benchmarks.forecasting;

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
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Measures how often forecasts cover the truth. */
public final class ForecastRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS =
            Stream.concat(
                            Laboratory.OPTIONS.stream(),
                            Stream.of(
                                    "learners",
                                    "worlds",
                                    "campaigns",
                                    "first-seed",
                                    "history",
                                    "audience",
                                    "threads"))
                    .collect(Collectors.toUnmodifiableSet());

    private static final List<String> JAVA = List.of("-Xmx2g", "-XX:+UseParallelGC");

    /** So many campaigns share a JVM. */
    private static final int TOGETHER = 20;

    private final Options options;
    private final ResultFile result;
    private final Laboratory laboratory;

    /**
     * A run to come.
     *
     * @param options {@code learners}; {@code worlds}, randomised or confounded; {@code campaigns}
     *     from {@code first-seed} on; rows of {@code history} and {@code audience}; {@code
     *     threads}, a campaign each; {@code keep} and {@code minutes} as in {@link Laboratory}
     * @param progress is told what is being measured
     */
    public ForecastRun(Options options, ResultFile result, Consumer<String> progress) {
        this.options = options;
        this.result = result;
        this.laboratory = Laboratory.of(options, JAVA, progress);
    }

    /** Measures every learner in every world. */
    public void run() {
        int first = options.integer("first-seed", 101);
        int campaigns = options.integer("campaigns", 200);
        result.setting("Seeds", "%d to %d".formatted(first, first + campaigns - 1));
        result.setting("History", "%s rows, four arms".formatted(history()));
        result.setting("Audience", "%s customers".formatted(audience()));
        Map<String, List<Finding>> rows = new LinkedHashMap<>();
        for (String world : options.words("worlds", "randomised")) {
            for (String learner : options.words("learners", Contenders.DEFAULT)) {
                List<Finding> findings = new ArrayList<>();
                rows.put("`%s`, %s".formatted(learner, world), findings);
                for (int from = first; from < first + campaigns; from += TOGETHER) {
                    int to = Math.min(first + campaigns, from + TOGETHER);
                    findings.add(measure(learner, world, from, to));
                    result.write(ForecastTable.of(rows));
                }
            }
        }
    }

    private Finding measure(String learner, String world, int from, int to) {
        String seeds =
                LongStream.range(from, to)
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(","));
        int threads = options.integer("threads", Runtime.getRuntime().availableProcessors());
        List<String> arguments =
                List.of(
                        "--learner",
                        learner,
                        "--world",
                        world,
                        "--history",
                        history(),
                        "--audience",
                        audience(),
                        "--threads",
                        threads + "",
                        "--seeds",
                        seeds);
        return laboratory.measure(learner, ForecastCase.class, arguments);
    }

    private String history() {
        return options.text("history", "8000");
    }

    private String audience() {
        return options.text("audience", "4000");
    }
}
