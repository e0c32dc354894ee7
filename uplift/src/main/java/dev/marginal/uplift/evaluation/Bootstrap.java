package dev.marginal.uplift.evaluation;

import dev.marginal.tables.Execution;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Standard errors by half-sample bootstrap: every replicate sees half of the customers, each with
 * all its rows, and the spread of the replicates is the standard error of the whole, since the half
 * of a half's variance that is not shared is just the variance of the whole (as in grf; Yadlowsky
 * et al. 2021, <a href="https://arxiv.org/abs/2111.07966">arXiv:2111.07966</a>).
 *
 * <p>Customers are paired at random once, and each replicate takes one of every pair by a coin: a
 * draw of exactly half that costs a bit per pair. All statistics see the same replicates, so their
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
     * Statistics with their replicates.
     *
     * @param estimates the statistics of all customers
     * @param statistics from how often each customer counts, 0 or 1; called by several threads at a
     *     time
     */
    Estimates run(double[] estimates, Function<byte[], double[]> statistics, int customers) {
        int[] pairs = shuffled(customers);
        double[][] values = new double[replicates][];
        IntConsumer replicate = number -> values[number] = statistics.apply(half(number, pairs));
        execution.each(replicates, replicate);
        return new Estimates(estimates, values);
    }

    /** Customers in random order; neighbours are pairs. */
    private int[] shuffled(int customers) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = IntStream.range(0, customers).toArray();
        for (int last = customers - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int swapped = order[last];
            order[last] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    /** One of every pair; whoever has no partner counts by a coin of its own. */
    private byte[] half(int replicate, int[] pairs) {
        SplittableRandom random =
                new SplittableRandom(seed + (replicate + 1) * 0x9E3779B97F4A7C15L);
        byte[] times = new byte[pairs.length];
        long bits = 0;
        for (int first = 0; first < pairs.length; first += 2) {
            bits = first % 128 == 0 ? random.nextLong() : bits >>> 1;
            int chosen = first + (int) (bits & 1);
            if (chosen < pairs.length) {
                times[pairs[chosen]] = 1;
            }
        }
        return times;
    }
}
