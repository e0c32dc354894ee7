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
import java.util.function.Supplier;

/** Measures one size after the other, each in a JVM of its own, and writes the tables. */
public final class ScaleRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS = Set.of("cases", "what-ifs", "seeds", "minutes");

    private static final long WARM_UP_SEED = 100;
    private static final String CASES =
            "100000x10x50,1000000x10x50,3000000x10x50,10000000x10x50,30000000x10x50,"
                    + "1000000x10x100,1000000x50x50,1000000x10x50x2,1000000x10x1,10000000x10x1";

    private static final String WHAT_IFS = "100000x10x50,1000000x10x100,10000000x10x50";

    private final String[] cases;
    private final String[] whatIfs;
    private final String seeds;
    private final Duration killAfter;
    private final ResultFile result;
    private final Consumer<String> progress;

    /**
     * A run to come.
     *
     * @param options {@code cases}, such as {@code 1000000x10x100,10000000x10x50}; {@code what-ifs}
     *     alike; {@code none} for none of them; {@code seeds}; {@code minutes} after which a size
     *     is given up
     * @param progress is told what is being measured
     */
    public ScaleRun(Options options, ResultFile result, Consumer<String> progress) {
        this.cases = options.words("cases", CASES);
        this.whatIfs = options.words("what-ifs", WHAT_IFS);
        this.seeds = options.text("seeds", "101,102,103,104,105");
        this.killAfter = Duration.ofMinutes(options.integer("minutes", 20));
        this.result = result;
        this.progress = progress;
    }

    /** Measures every size. */
    public void run() {
        result.setting("Seeds", seeds + ", one campaign each; medians over them");
        result.setting(
                "JVM options",
                "-XX:+UseParallelGC -XX:NewRatio=8, -Xmx so that the process stays within 12 bytes per option and 1 GB");
        List<Measured> plans = new ArrayList<>();
        List<Measured> changed = new ArrayList<>();
        measure(cases, ScaleCase.class, plans, () -> tables(plans, changed));
        measure(whatIfs, WhatIfCase.class, changed, () -> tables(plans, changed));
    }

    private void measure(
            String[] words, Class<?> main, List<Measured> done, Supplier<String> tables) {
        for (String word : words) {
            if (!word.equals("none")) {
                done.add(measure(FamilyOptions.parse(word, WARM_UP_SEED), main));
                result.write(tables.get());
            }
        }
    }

    private Measured measure(AllocationFamily family, Class<?> main) {
        progress.accept(main.getSimpleName() + " " + family);
        long heap = Measured.heapMebibytes(family);
        List<String> arguments = new ArrayList<>(FamilyOptions.arguments(family));
        arguments.addAll(List.of("--seeds", seeds));
        List<String> java = List.of("-Xmx" + heap + "m", "-XX:+UseParallelGC", "-XX:NewRatio=8");
        Child.Ended ended = new Child(main, java, arguments, killAfter).run();
        progress.accept("  " + ended.words() + ", output in " + ended.log());
        return new Measured(family, heap, ended);
    }

    private static String tables(List<Measured> plans, List<Measured> changed) {
        return """
                ## Plans

                Seconds are the wall time of `allocate`, from the book to the proven plan. Value and bound are in
                currency. The gap is (bound − value) / bound. The violation is recomputed from the plan in whole
                micro-units, as a share of the broken limit.

                %s
                ## Memory and growth

                %s
                ## One budget, whole curve

                %s
                ## What if

                Warm: an allocator that has just planned the unchanged campaign plans the changed one. Cold: an allocator
                that knows nothing plans it.

                %s"""
                .formatted(
                        ScaleTables.plans(plans),
                        ScaleTables.memory(plans),
                        ScaleTables.curves(plans),
                        WhatIfTable.of(changed));
    }
}
