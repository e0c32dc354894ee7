package dev.marginal.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.spark.standalone.StandaloneCluster;
import dev.marginal.tables.Execution;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a cluster of real processes: a master and two workers with an executor each. */
class ClusterTest {
    private static final AllocatorSettings SETTINGS = AllocatorSettings.defaults();
    private static final Execution TWO = new Execution(2);
    private static final SparkAllocator SPARK = new SparkAllocator(SETTINGS, TWO);

    @TempDir static Path folder;
    private static StandaloneCluster cluster;
    private static JavaSparkContext context;

    @BeforeAll
    static void start() {
        LocalSpark.stop();
        cluster = StandaloneCluster.start(folder, new StandaloneCluster.Workers(2, 1, 800));
        SparkConf configuration = LocalSpark.onLoopback();
        cluster.settings().forEach(configuration::set);
        context = new JavaSparkContext(configuration);
    }

    @AfterAll
    static void stop() {
        if (context != null) {
            context.stop();
        }
        cluster.close();
    }

    @Test
    void ten_thousand_customers_get_the_plan_of_one_machine() {
        Planted campaign = new Planted(10_000);

        requireSame(campaign, local(campaign), 4);
    }

    @Test
    void a_million_get_the_plan_of_one_machine_even_when_an_executor_dies_in_a_pass() {
        Planted campaign = new Planted(1_000_000);
        SendPlan local = local(campaign);
        requireSame(campaign, local, 1);
        requireSame(campaign, local, 4);

        Killer killer = new Killer(16);
        context.sc().addSparkListener(killer);
        requireSame(campaign, local, 16);
        context.sc().removeSparkListener(killer);

        assertThat(killer.removed).hasValueGreaterThanOrEqualTo(1);
    }

    private static SendPlan local(Planted campaign) {
        return Allocators.standard(SETTINGS, TWO)
                .allocate(campaign.book(), campaign.budget(), campaign.rules());
    }

    private static void requireSame(Planted campaign, SendPlan local, int count) {
        JavaRDD<Part<Integer>> parts =
                campaign.parts(context, count).persist(StorageLevel.MEMORY_ONLY());
        try (var plan = SPARK.allocate(parts, campaign.budget(), campaign.rules())) {
            SamePlan.require(plan, local);
        } finally {
            parts.unpersist(true);
        }
    }

    /** Kills an executor while the fourth job of a search, its first pass, is under way. */
    private static final class Killer extends SparkListener {
        private final int last;
        private final AtomicInteger started = new AtomicInteger();
        private final AtomicInteger removed = new AtomicInteger();

        Killer(int partitions) {
            this.last = 3 * partitions + 2;
        }

        @Override
        public void onTaskStart(SparkListenerTaskStart start) {
            if (started.incrementAndGet() == last) {
                cluster.killExecutor();
            }
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved executor) {
            removed.incrementAndGet();
        }
    }
}
