package dev.marginal.benchmarks.kernel;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.families.FamilyOptions;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.Figures;
import dev.marginal.benchmarks.reports.MarkdownTable;
import dev.marginal.benchmarks.reports.ResultFile;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Lets JMH measure the kernel, and writes the table. */
public final class KernelRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS = Set.of("families", "kernel-seed", "iterations");

    private static final String FAMILIES =
            "1000000x10x1,1000000x10x100,1000000x10x100x2,10000000x10x50";
    private static final String HEAP = "-Xmx3g";

    private final String[] families;
    private final String seed;
    private final int iterations;
    private final ResultFile result;

    /**
     * A run to come.
     *
     * @param options {@code families}, such as {@code 1000000x10x1}; {@code kernel-seed}; {@code
     *     iterations} of two seconds, half as many to warm up
     */
    public KernelRun(Options options, ResultFile result) {
        this.families = options.words("families", FAMILIES);
        this.seed = options.text("kernel-seed", "101");
        this.iterations = options.integer("iterations", 10);
        this.result = result;
    }

    /** Measures every family. */
    public void run() {
        result.setting("Seed", seed);
        result.setting("JVM options", HEAP + " -XX:+UseParallelGC");
        org.openjdk.jmh.runner.options.Options options =
                new OptionsBuilder()
                        .include(PassBenchmark.class.getName())
                        .param("family", families)
                        .param("seed", seed)
                        .warmupIterations((iterations + 1) / 2)
                        .measurementIterations(iterations)
                        .jvmArgs(HEAP, "-XX:+UseParallelGC")
                        .shouldFailOnError(true)
                        .build();
        try {
            result.write(table(new Runner(options).run()));
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH failed.", e);
        }
    }

    private String table(Collection<RunResult> results) {
        Map<String, RunResult> passes = new TreeMap<>();
        Map<String, RunResult> readings = new TreeMap<>();
        for (RunResult one : results) {
            boolean pass = one.getParams().getBenchmark().endsWith(".pass");
            (pass ? passes : readings).put(one.getParams().getParam("family"), one);
        }
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "customers × offers × limits",
                        "pass, ms",
                        "± 99.9 %",
                        "options per second",
                        "pass, GB/s",
                        "plain reading, GB/s",
                        "pass / reading");
        for (String family : families) {
            row(table, FamilyOptions.parse(family, 0), passes.get(family), readings.get(family));
        }
        return """
                A pass lets every customer choose at the prices of a plan and adds up values, costs and sends per offer
                and cell. The plain reading only adds up the same values and costs. GB are billions of bytes of values
                and costs; both use all cores.

                """
                + table;
    }

    private static void row(
            MarkdownTable table, AllocationFamily family, RunResult pass, RunResult reading) {
        double milliseconds = pass.getPrimaryResult().getScore();
        double plain = reading.getPrimaryResult().getScore();
        double megabytes = 2 * Float.BYTES * family.options() / 1e6;
        table.row(
                family.toString(),
                Figures.format("%.2f", milliseconds),
                Figures.format("%.2f", pass.getPrimaryResult().getScoreError()),
                Figures.format("%,.0f million", family.options() / milliseconds / 1e3),
                Figures.format("%.2f", megabytes / milliseconds),
                Figures.format("%.2f", megabytes / plain),
                Figures.format("%.0f %%", 100 * plain / milliseconds));
    }
}
