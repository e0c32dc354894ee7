package dev.marginal.benchmarks.spreading;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.families.FamilyLimits;
import dev.marginal.benchmarks.families.FamilyPart;
import dev.marginal.benchmarks.families.Spending;
import dev.marginal.benchmarks.processes.Effort;
import dev.marginal.benchmarks.processes.OwnMemory;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.spark.Part;
import dev.marginal.spark.SparkAllocator;
import dev.marginal.spark.SpreadPlan;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.storage.RDDInfo;
import org.apache.spark.storage.StorageLevel;

/**
 * By Spark, in this JVM or with executors elsewhere; customers are drawn in their partitions, and
 * none but those that the search gathers comes to the driver.
 */
final class SparkPlanner implements Planner {
    private static final Execution ONE = new Execution(1);
    private static final Duration TOLD = Duration.ofSeconds(10);

    private final AllocatorSettings settings;
    private final int partitions;
    private final JavaSparkContext spark;
    private final AtomicInteger jobs = new AtomicInteger();
    private FamilyLimits limits;
    private JavaRDD<Part<FamilyPart>> parts;

    SparkPlanner(AllocatorSettings settings, int partitions) {
        this.settings = settings;
        this.partitions = partitions;
        this.spark = new JavaSparkContext(Configured.spark());
        spark.sc().addSparkListener(new Counting(jobs));
    }

    @Override
    public void hold(AllocationFamily family) {
        if (parts != null) {
            parts.unpersist(true);
        }
        List<FamilyPart> shares =
                IntStream.range(0, partitions)
                        .mapToObj(number -> new FamilyPart(family, number, partitions))
                        .toList();
        parts =
                spark.parallelize(shares, partitions)
                        .map(share -> new Part<>(share.book(ONE), share))
                        .persist(StorageLevel.MEMORY_ONLY());
        parts.count();
        requireHeld();
        limits = FamilyLimits.of(family, this::spending);
    }

    /**
     * Whoever does not fit would be drawn again for every pass. Spark may tell of the last
     * partition a moment after its job has ended.
     */
    private void requireHeld() {
        Instant late = Instant.now().plus(TOLD);
        while (held() < partitions && Instant.now().isBefore(late)) {
            LockSupport.parkNanos(TOLD.toNanos() / 100);
        }
        Requires.require(held() == partitions, "partitions in memory", held(), "all " + partitions);
    }

    private int held() {
        return Arrays.stream(spark.sc().getRDDStorageInfo())
                .filter(info -> info.id() == parts.id())
                .mapToInt(RDDInfo::numCachedPartitions)
                .sum();
    }

    private Spending spending(double price, int stride) {
        return parts
                .map(part -> part.kept().spending(part.book(), price, stride, ONE))
                .collect()
                .stream()
                .reduce(
                        (some, more) -> {
                            some.add(more);
                            return some;
                        })
                .orElseThrow();
    }

    @Override
    public Planned plan(Effort effort) {
        double worked = executorWork();
        int before = jobs.get();
        SparkAllocator allocator = new SparkAllocator(settings, Execution.allCores());
        try (SpreadPlan<FamilyPart> plan =
                effort.of(() -> allocator.allocate(parts, limits.budget(), limits.rules()))) {
            int asked = jobs.get() - before;
            double work = executorWork() - worked;
            long trace =
                    plan.parts()
                            .map(part -> Trace.of(part.firstCustomer(), part.sets()))
                            .reduce(Long::sum);
            Load load = new Load(OwnMemory.heap(), work, executorPeak());
            return new Planned(
                    plan.figures(), plan.sends(), trace, plan.traffic(), asked, Optional.of(load));
        }
    }

    /** There is one executor at most, so that every partition tells the same. */
    private double executorWork() {
        return parts.map(part -> Effort.soFar()).reduce(Math::max);
    }

    private long executorPeak() {
        return parts.map(part -> OwnMemory.peak()).reduce(Math::max);
    }

    @Override
    public void close() {
        spark.close();
    }

    private static final class Counting extends SparkListener {
        private final AtomicInteger jobs;

        Counting(AtomicInteger jobs) {
            this.jobs = jobs;
        }

        @Override
        public void onJobStart(SparkListenerJobStart started) {
            jobs.incrementAndGet();
        }
    }
}
