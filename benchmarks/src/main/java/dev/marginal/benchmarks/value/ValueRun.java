package dev.marginal.benchmarks.value;

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

/** Measures fits and scores of customers' value, from a log on disk. */
public final class ValueRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS =
            Stream.concat(
                            Laboratory.OPTIONS.stream(),
                            Stream.of(
                                    "sizes", "scored", "seed", "repeats", "threads", "log", "heap"))
                    .collect(Collectors.toUnmodifiableSet());

    private static final String NONE = "none";

    private final Options options;
    private final ResultFile result;
    private final Consumer<String> progress;

    /**
     * A run to come.
     *
     * @param options {@code sizes}, customers of the logs that are read, summed up, fitted and
     *     scored {@code repeats} times; {@code scored}, customers of one more log, of which only
     *     the default model is fitted, once, or {@code none}; {@code seed}; {@code threads}; {@code
     *     log}, the folder of the logs; {@code heap} of the JVM; {@code keep} and {@code minutes}
     *     as in {@link Laboratory}
     * @param progress is told what is being measured
     */
    public ValueRun(Options options, ResultFile result, Consumer<String> progress) {
        this.options = options;
        this.result = result;
        this.progress = progress;
    }

    /** Measures every size. */
    public void run() {
        result.setting("Seed", options.integer("seed", 101));
        result.setting("Threads", threads());
        result.setting("JVM options", String.join(" ", java(heap())));
        List<Finding> findings = new ArrayList<>();
        for (String size : options.words("sizes", "100000,1000000")) {
            findings.add(measure(size, options.text("repeats", "5")));
            result.write(ValueTable.of(findings));
        }
        String scored = options.text("scored", "10000000");
        if (!scored.equals(NONE)) {
            findings.add(measure(scored, "1"));
            result.write(ValueTable.of(findings));
        }
    }

    private Finding measure(String customers, String repeats) {
        return Laboratory.of(options, java(heap()), progress)
                .measure(
                        "%,d".formatted(Integer.parseInt(customers)),
                        ValueCase.class,
                        List.of(
                                "--customers", customers,
                                "--seed", options.text("seed", "101"),
                                "--repeats", repeats,
                                "--threads", threads(),
                                "--log",
                                        options.text("log", System.getProperty("java.io.tmpdir"))));
    }

    private String threads() {
        return options.text("threads", Runtime.getRuntime().availableProcessors() + "");
    }

    private String heap() {
        return options.text("heap", "6g");
    }

    private static List<String> java(String heap) {
        return List.of("-Xmx" + heap, "-XX:+UseParallelGC");
    }
}
