package dev.marginal.uplift.evaluation;

import dev.marginal.tables.Execution;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Standard errors by Poisson bootstrap: in every replicate each customer, with all its rows, counts
 * a Poisson(1) number of times. All statistics see the same replicates, in every run, so their
 * differences are paired. Replicate r draws from the seed and r alone.
 */
final class Bootstrap {
    private final long seed;
    private final int replicates;
    private final Execution execution;

    Bootstrap(long seed, int replicates, Execution execution) {
        this.seed = seed;
        this.replicates = replicates;
        this.execution = execution;
    }

    /**
     * The statistics with every customer counted once, and their replicates.
     *
     * @param statistics from how often each customer counts; called by several threads at a time
     */
    Estimates run(Function<byte[], double[]> statistics, int customers) {
        double[][] values = new double[replicates][];
        IntConsumer replicate =
                number -> values[number] = statistics.apply(draw(number, customers));
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
        byte[] once = new byte[customers];
        Arrays.fill(once, (byte) 1);
        return new Estimates(statistics.apply(once), values);
    }

    private byte[] draw(int replicate, int customers) {
        SplittableRandom random = new SplittableRandom(seed + replicate * 0x9E3779B97F4A7C15L);
        byte[] times = new byte[customers];
        for (int customer = 0; customer < customers; customer++) {
            times[customer] = Poisson.one(random.nextDouble());
        }
        return times;
    }
}
