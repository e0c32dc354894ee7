package dev.marginal.benchmarks.fitting;

import dev.marginal.benchmarks.contenders.Contenders;
import dev.marginal.benchmarks.processes.Finding;
import dev.marginal.benchmarks.processes.Laboratory;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.ResultFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures how fast the default learner fits and scores. */
public final class FitRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS =
            Stream.concat(
                            Laboratory.OPTIONS.stream(),
                            Stream.of(
                                    "sizes",
                                    "features",
                                    "treatments",
                                    "seed",
                                    "repeats",
                                    "threads"))
                    .collect(Collectors.toUnmodifiableSet());

    /** A heap that gives back what it does not need, so that the peak tells what was needed. */
    private static final List<String> JAVA =
            List.of(
                    "-Xmx3g",
                    "-Xms32m",
                    "-Xmn16m",
                    "-XX:+UseSerialGC",
                    "-XX:MinHeapFreeRatio=5",
                    "-XX:MaxHeapFreeRatio=10");

    private final Options options;
    private final ResultFile result;
    private final Laboratory laboratory;

    /**
     * A run to come.
     *
     * @param options {@code sizes}, rows to fit on and to score; {@code features}; {@code
     *     treatments} beside the control; {@code seed}; {@code repeats}; {@code threads}; {@code
     *     keep} and {@code minutes} as in {@link Laboratory}
     * @param progress is told what is being measured
     */
    public FitRun(Options options, ResultFile result, Consumer<String> progress) {
        this.options = options;
        this.result = result;
        this.laboratory = Laboratory.of(options, JAVA, progress);
    }

    /** Measures every size. */
    public void run() {
        int features = options.integer("features", 20);
        int treatments = options.integer("treatments", 4);
        result.setting("Learner", "`%s`, as it is by default".formatted(Contenders.DEFAULT));
        result.setting("Seed", options.integer("seed", 101));
        result.setting("JVM options", String.join(" ", JAVA));
        List<Finding> findings = new ArrayList<>();
        for (String size : options.words("sizes", "100000,1000000")) {
            int rows = Integer.parseInt(size);
            String name = "%,d × %d × %d".formatted(rows, features, treatments);
            findings.add(laboratory.measure(name, FitCase.class, arguments(size)));
            result.write(FitTable.of(findings, features));
        }
    }

    private List<String> arguments(String rows) {
        return List.of(
                "--rows", rows,
                "--features", options.text("features", "20"),
                "--treatments", options.text("treatments", "4"),
                "--seed", options.text("seed", "101"),
                "--repeats", options.text("repeats", "3"),
                "--threads",
                        options.text("threads", Runtime.getRuntime().availableProcessors() + ""));
    }
}
