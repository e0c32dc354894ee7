package dev.marginal.benchmarks.spreading;

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
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/** Plans each campaign by threads and by Spark, each in a JVM of its own, one after the other. */
public final class SpreadRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS =
            Set.of("spark-cases", "partitions", "repeats", "spark-seed");

    private static final String CASES = "1000000x10x50,10000000x10x50,30000000x10x50";
    private static final Duration KILL_AFTER = Duration.ofMinutes(20);
    private static final int BYTES_PER_OPTION = 8;

    /** What a campaign, its copy in partitions and a plan take, as multiples of the campaign. */
    private static final double COPIES = 2.6;

    private static final double BYTES_BESIDE = 2.5e9;

    private final String[] cases;
    private final int partitions;
    private final int repeats;
    private final int seed;
    private final ResultFile result;
    private final Consumer<String> progress;

    /**
     * A run to come.
     *
     * @param options {@code spark-cases}, such as {@code 1000000x10x50}; {@code partitions} of
     *     Spark; {@code repeats}; {@code spark-seed} of the campaigns
     * @param progress is told what is being measured
     */
    public SpreadRun(Options options, ResultFile result, Consumer<String> progress) {
        this.cases = options.words("spark-cases", CASES);
        this.partitions = options.integer("partitions", 8);
        this.repeats = options.integer("repeats", 3);
        this.seed = options.integer("spark-seed", 101);
        this.result = result;
        this.progress = progress;
    }

    /** Measures every size. */
    public void run() {
        result.setting("Seed", seed + "");
        result.setting("Partitions", partitions + ", two tasks at a time");
        result.setting("Plans of each campaign", repeats + ", medians over them");
        List<Pair> pairs = new ArrayList<>();
        for (String word : cases) {
            AllocationFamily family = FamilyOptions.parse(word, seed);
            pairs.add(new Pair(family, measured(family, 0), measured(family, partitions)));
            result.write(SpreadTables.of(pairs));
        }
    }

    private Child.Ended measured(AllocationFamily family, int parts) {
        progress.accept("%s by %s".formatted(family, parts == 0 ? "threads" : "Spark"));
        List<String> arguments = new ArrayList<>(FamilyOptions.arguments(family));
        arguments.addAll(List.of("--partitions", parts + "", "--repeats", repeats + ""));
        Child.Ended ended = new Child(SpreadCase.class, java(family), arguments, KILL_AFTER).run();
        progress.accept("  " + ended.words() + ", output in " + ended.log());
        return ended;
    }

    private static List<String> java(AllocationFamily family) {
        double bytes = COPIES * BYTES_PER_OPTION * family.options() + BYTES_BESIDE;
        Stream<String> opens = Stream.of(JavaModuleOptions.defaultModuleOptions().split(" "));
        return Stream.concat(
                        Stream.of("-Xmx%dm".formatted((long) bytes >> 20), "-XX:+UseParallelGC"),
                        opens)
                .toList();
    }

    /** One campaign, planned in both ways. */
    record Pair(AllocationFamily family, Child.Ended threads, Child.Ended spark) {}
}
