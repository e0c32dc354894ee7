package dev.marginal.benchmarks.spreading;

import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.spark.Part;
import dev.marginal.spark.SparkAllocator;
import dev.marginal.spark.SpreadPlan;
import dev.marginal.tables.Execution;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.storage.StorageLevel;

/** By Spark in this JVM, with a task for every core; partitions are cut out of the campaign. */
final class SparkPlanner implements Planner {
    /** Where the tasks, which are in this JVM, take their customers from. */
    private static volatile OfferBook book;

    private final AllocatorSettings settings;
    private final int partitions;
    private final JavaSparkContext spark;
    private final AtomicInteger jobs = new AtomicInteger();
    private Budget budget;
    private Rules rules;
    private JavaRDD<Part<Integer>> parts;

    SparkPlanner(AllocatorSettings settings, int partitions) {
        this.settings = settings;
        this.partitions = partitions;
        this.spark =
                new JavaSparkContext(
                        new SparkConf()
                                .setAppName("benchmark")
                                .setMaster("local[*]")
                                .set("spark.ui.enabled", "false")
                                .set("spark.driver.bindAddress", "127.0.0.1")
                                .set("spark.driver.host", "127.0.0.1"));
        spark.sc().addSparkListener(new Counting(jobs));
    }

    @Override
    public void hold(AllocationProblem asked) {
        if (parts != null) {
            parts.unpersist(true);
        }
        book = asked.book();
        parts = distributed(partitions).persist(StorageLevel.MEMORY_ONLY());
        parts.count();
        book = null;
        budget = asked.budget();
        rules = asked.rules();
    }

    private JavaRDD<Part<Integer>> distributed(int count) {
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        return spark.parallelize(numbers, count)
                .map(number -> new Part<>(cut(number, count), number));
    }

    private static OfferBook cut(int number, int count) {
        int from = (int) ((long) number * book.customers() / count);
        int to = (int) ((number + 1L) * book.customers() / count);
        return new OfferBook(
                book.offers(),
                cut(book.value(), from, to),
                cut(book.cost(), from, to),
                book.segmentations().stream().map(one -> cut(one, from, to)).toList(),
                List.of());
    }

    private static float[][] cut(float[][] columns, int from, int to) {
        return Stream.of(columns)
                .map(column -> Arrays.copyOfRange(column, from, to))
                .toArray(float[][]::new);
    }

    private static Segmentation cut(Segmentation all, int from, int to) {
        return new Segmentation(
                all.column(), all.names(), Arrays.copyOfRange(all.code(), from, to));
    }

    @Override
    public Planned plan() {
        int before = jobs.get();
        try (SpreadPlan<Integer> plan =
                new SparkAllocator(settings, Execution.allCores()).allocate(parts, budget, rules)) {
            int asked = jobs.get() - before;
            long trace =
                    plan.parts()
                            .map(part -> Trace.of(part.firstCustomer(), part.sets()))
                            .reduce(Long::sum);
            return new Planned(plan.figures(), plan.sends(), trace, plan.traffic(), asked);
        }
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
