package dev.marginal.benchmarks.scale;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.families.FamilyOptions;
import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.ResultFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Measures one size after the other, each in a JVM of its own, and writes the tables. */
public final class ScaleRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS = Set.of("cases", "seeds", "minutes");

    private static final long WARM_UP_SEED = 100;
    private static final String CASES =
            "100000x10x50,1000000x10x50,3000000x10x50,10000000x10x50,30000000x10x50,"
                    + "1000000x10x100,1000000x50x50,1000000x10x50x2,1000000x10x1,10000000x10x1";

    private final String[] cases;
    private final String seeds;
    private final Duration killAfter;
    private final ResultFile result;
    private final Consumer<String> progress;

    /**
     * A run to come.
     *
     * @param options {@code cases}, such as {@code 1000000x10x100,10000000x10x50}; {@code seeds};
     *     {@code minutes} after which a size is given up
     * @param progress is told what is being measured
     */
    public ScaleRun(Options options, ResultFile result, Consumer<String> progress) {
        this.cases = options.words("cases", CASES);
        this.seeds = options.text("seeds", "101,102,103,104,105");
        this.killAfter = Duration.ofMinutes(options.integer("minutes", 20));
        this.result = result;
        this.progress = progress;
    }

    /** Measures every size. */
    public void run() {
        result.setting("Seeds", seeds + ", one campaign each; medians over them");
        result.setting("JVM options", "-XX:+UseParallelGC, -Xmx at 12 bytes per option and 1 GiB");
        List<Measured> done = new ArrayList<>();
        for (String word : cases) {
            AllocationFamily family = FamilyOptions.parse(word, WARM_UP_SEED);
            progress.accept(family.toString());
            Measured one = measure(family);
            progress.accept("  " + one.ended().words() + ", output in " + one.ended().log());
            done.add(one);
            result.write(tables(done));
        }
    }

    private Measured measure(AllocationFamily family) {
        long heap = Measured.heapMegabytes(family);
        List<String> arguments = new ArrayList<>(FamilyOptions.arguments(family));
        arguments.addAll(List.of("--seeds", seeds));
        List<String> java = List.of("-Xmx" + heap + "m", "-XX:+UseParallelGC");
        Child child = new Child(ScaleCase.class, java, arguments, killAfter);
        return new Measured(family, heap, child.run());
    }

    private static String tables(List<Measured> done) {
        return """
                ## Plans

                Seconds are the wall time of `allocate`, from the book to the proven plan. Value and bound are in
                currency. The gap is (bound − value) / bound. The violation is recomputed from the plan in whole
                micro-units, as a share of the broken limit.

                %s
                ## Memory and growth

                %s
                ## One budget, whole curve

                %s"""
                .formatted(
                        ScaleTables.plans(done),
                        ScaleTables.memory(done),
                        ScaleTables.curves(done));
    }
}
