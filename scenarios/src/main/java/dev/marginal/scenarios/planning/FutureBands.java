package dev.marginal.scenarios.planning;

import dev.marginal.scenarios.FutureValues;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Customers sorted by what an order is worth later into at most ten bands of about as many
 * customers each; customers with equal values are in one band.
 *
 * @param of the band of each customer; empty where all are in one
 * @param mean value of an order in each band, in currency
 */
record FutureBands(int[] of, double[] mean) {
    /** Everyone in one band in which an order is worth nothing later. */
    static final FutureBands NONE = new FutureBands(new int[0], new double[1]);

    private static final int MOST = 10;

    /** Bands of the customers with these values, the lowest first. */
    static FutureBands of(float[] values) {
        float[] edges = edges(values);
        int[] of = new int[values.length];
        double[] sum = new double[edges.length];
        int[] customers = new int[edges.length];
        for (int customer = 0; customer < of.length; customer++) {
            int place = Arrays.binarySearch(edges, values[customer]);
            int band = place < 0 ? -place - 1 : place;
            of[customer] = band;
            sum[band] += values[customer];
            customers[band]++;
        }
        double[] mean = new double[sum.length];
        Arrays.setAll(mean, band -> sum[band] / customers[band]);
        return new FutureBands(of, mean);
    }

    /** The largest value of each band, rising. */
    private static float[] edges(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] edges =
                IntStream.rangeClosed(1, MOST)
                        .map(band -> (int) (((long) sorted.length * band + MOST - 1) / MOST) - 1)
                        .mapToDouble(place -> sorted[place])
                        .distinct()
                        .toArray();
        float[] single = new float[edges.length];
        for (int band = 0; band < single.length; band++) {
            single[band] = (float) edges[band];
        }
        return single;
    }

    /** How many. */
    int count() {
        return mean.length;
    }

    /** The band of a customer. */
    int band(int customer) {
        return of.length == 0 ? 0 : of[customer];
    }

    /** As many rows of which an order is worth later what it is in a band. */
    FutureValues values(int band, int rows) {
        float[] values = new float[rows];
        Arrays.fill(values, (float) mean[band]);
        return new FutureValues(values, rows, "");
    }

    /** Kinds of customers, each split by bands. */
    CustomerKinds split(CustomerKinds kinds) {
        if (count() == 1) {
            return kinds;
        }
        int[] split = kinds.of().clone();
        int[] first = CustomerKinds.refine(split, bands(IntStream.range(0, of.length)));
        return new CustomerKinds(split, first);
    }

    /** The band of each of these customers, as the mark that kinds are split by. */
    long[] bands(IntStream customers) {
        return customers.mapToLong(this::band).toArray();
    }
}
