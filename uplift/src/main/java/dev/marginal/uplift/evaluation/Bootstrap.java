package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.Execution;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Standard errors by Poisson bootstrap: in every replicate each customer, with all its rows, counts
 * a Poisson(1) number of times. All statistics see the same replicates, so their differences are
 * paired. Replicate r draws from the seed and r alone.
 */
final class Bootstrap {
    private static final double CHANCE_OF_NONE = StrictMath.exp(-1);

    private final long seed;
    private final int replicates;
    private final Execution execution;

    Bootstrap(long seed, int replicates, Execution execution) {
        this.seed = seed;
        this.replicates = replicates;
        this.execution = execution;
    }

    /** The statistics at {@code weight}, with their replicates. */
    Estimates run(List<Statistic> statistics, double[] weight, Clusters clusters) {
        double[][] values = new double[replicates][];
        IntConsumer replicate =
                number -> values[number] = replicate(number, statistics, weight, clusters);
        ForkJoinPool pool = new ForkJoinPool(execution.threads());
        try {
            pool.submit(() -> IntStream.range(0, replicates).parallel().forEach(replicate)).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The bootstrap was interrupted.", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The bootstrap failed.", failed.getCause());
        } finally {
            pool.shutdownNow();
        }
        return new Estimates(
                statistics.stream().mapToDouble(statistic -> statistic.of(weight)).toArray(),
                values);
    }

    private double[] replicate(
            int replicate, List<Statistic> statistics, double[] weight, Clusters clusters) {
        SplittableRandom random = new SplittableRandom(seed + replicate * 0x9E3779B97F4A7C15L);
        byte[] times = new byte[clusters.count()];
        for (int customer = 0; customer < times.length; customer++) {
            times[customer] = poisson(random.nextDouble());
        }
        double[] drawn = new double[weight.length];
        for (int row = 0; row < drawn.length; row++) {
            drawn[row] = weight[row] * times[clusters.ofRow()[row]];
        }
        return statistics.stream().mapToDouble(statistic -> statistic.of(drawn)).toArray();
    }

    private static byte poisson(double draw) {
        byte times = 0;
        double chance = CHANCE_OF_NONE;
        for (double rest = draw - chance; rest >= 0 && times < Byte.MAX_VALUE; rest -= chance) {
            times++;
            chance /= times;
        }
        return times;
    }
}
