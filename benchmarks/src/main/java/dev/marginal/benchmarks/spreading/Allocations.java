package dev.marginal.benchmarks.spreading;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.families.FamilyOptions;
import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.spark.standalone.StandaloneCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * Plans campaigns by threads, by Spark in one JVM, and by Spark with an executor and a driver in
 * JVMs of their own; one after the other.
 */
final class Allocations {
    private static final String CASES =
            "1000000x10x50,10000000x10x50,30000000x10x50,1000000x10x100,10000000x10x100";
    private static final Duration KILL_AFTER = Duration.ofMinutes(20);
    private static final int BYTES_PER_OPTION = 8;

    /** What a campaign, the search's view of it and a plan take, as multiples of the campaign. */
    private static final double COPIES = 2.6;

    private static final double BYTES_BESIDE = 2.5e9;

    private final String[] cases;
    private final String driverHeap;
    private final int partitions;
    private final int repeats;
    private final int seed;
    private final Consumer<String> progress;

    Allocations(Options options, Consumer<String> progress) {
        this.cases = options.words("spark-cases", CASES);
        this.driverHeap = options.text("driver-heap", "1g");
        this.partitions = options.integer("partitions", 8);
        this.repeats = options.integer("repeats", 3);
        this.seed = options.integer("spark-seed", 101);
        this.progress = progress;
    }

    /**
     * One campaign, planned in three ways.
     *
     * @param local Spark in one JVM
     * @param apart Spark with driver and executor in JVMs of their own
     */
    record Measured(
            AllocationFamily family, Child.Ended threads, Child.Ended local, Child.Ended apart) {}

    /** Measures every size, and tells all that are measured after each. */
    void run(Consumer<List<Measured>> told) {
        List<Measured> measured = new ArrayList<>();
        for (String word : cases) {
            if (word.equals("none")) {
                return;
            }
            AllocationFamily family = FamilyOptions.parse(word, seed);
            List<String> heap = List.of("-Xmx%dm".formatted(megabytes(family)));
            measured.add(
                    new Measured(
                            family,
                            ended(family, "threads", 0, heap),
                            ended(family, "Spark in one JVM", partitions, heap),
                            apart(family)));
            told.accept(List.copyOf(measured));
        }
    }

    private Child.Ended apart(AllocationFamily family) {
        int cores = Runtime.getRuntime().availableProcessors();
        StandaloneCluster.Workers one = new StandaloneCluster.Workers(1, cores, megabytes(family));
        try (StandaloneCluster cluster = StandaloneCluster.start(home(), one)) {
            List<String> java = new ArrayList<>(List.of("-Xmx" + driverHeap));
            java.add("-Dspark.executor.extraJavaOptions=-XX:+UseParallelGC");
            for (Map.Entry<String, String> setting : cluster.settings().entrySet()) {
                java.add("-D%s=%s".formatted(setting.getKey(), setting.getValue()));
            }
            return ended(family, "Spark with the driver apart", partitions, java);
        }
    }

    private Path home() {
        try {
            Path home = Files.createTempDirectory("marginal-cluster");
            progress.accept("a cluster with its logs in " + home);
            return home;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Child.Ended ended(
            AllocationFamily family, String how, int parts, List<String> javaOptions) {
        progress.accept("%s by %s".formatted(family, how));
        List<String> java = new ArrayList<>(javaOptions);
        java.add("-XX:+UseParallelGC");
        java.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
        List<String> arguments = new ArrayList<>(FamilyOptions.arguments(family));
        arguments.addAll(List.of("--partitions", parts + "", "--repeats", repeats + ""));
        Child.Ended ended = new Child(SpreadCase.class, java, arguments, KILL_AFTER).run();
        progress.accept("  " + ended.words() + ", output in " + ended.log());
        return ended;
    }

    private static int megabytes(AllocationFamily family) {
        double bytes = COPIES * BYTES_PER_OPTION * family.options() + BYTES_BESIDE;
        return (int) ((long) bytes >> 20);
    }
}
