package dev.marginal.uplift.planted;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One customer of a planted world.
 *
 * @param x the ten features, all known
 * @param missing which of them the marketer does not know
 */
record PlantedCustomer(double[] x, boolean[] missing) {
    private static final double HALF_VARIANCE = 0.5;

    static PlantedCustomer draw(PlantedWorld world, SplittableRandom random) {
        double[] x = new double[PlantedWorld.FEATURES.size()];
        boolean[] missing = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = Normals.draw(random);
            missing[i] = random.nextDouble() < world.missingShare();
        }
        return new PlantedCustomer(x, missing);
    }

    /** P(order) under a treatment of this strength. */
    double orderProbability(double strength) {
        double base = -2.3 + 0.7 * x[0] + 0.5 * Math.max(x[1], 0) - (x[3] > 0 ? 0.4 * x[2] : 0);
        double effect = 0.15 + (x[6] > 0 ? 0.45 * sigmoid(2 * x[2]) : 0) - (x[1] > 1 ? 0.25 : 0);
        return sigmoid(base + strength * effect);
    }

    /** Expected GMV under a treatment of this strength. */
    double expected(double strength) {
        return orderProbability(strength) * StrictMath.exp(logMean(strength) + HALF_VARIANCE);
    }

    /** The GMV of one draw, in whole cents. */
    double buy(double strength, SplittableRandom random) {
        boolean orders = random.nextDouble() < orderProbability(strength);
        double basket = StrictMath.exp(logMean(strength) + Normals.draw(random));
        return orders ? Math.max(0.01, Math.round(basket * 100) / 100.0) : 0;
    }

    /** The probability of each arm. */
    double[] shares(PlantedWorld world) {
        int treatments = world.arms().size();
        double[] shares = new double[treatments + 1];
        if (!world.confounded()) {
            Arrays.fill(shares, 1.0 / shares.length);
            return shares;
        }
        double treated = Math.min(0.95, Math.max(0.05, sigmoid(1.2 * x[0] + 0.8 * x[6])));
        Arrays.fill(shares, treated / treatments);
        shares[0] = 1 - treated;
        return shares;
    }

    private double logMean(double strength) {
        double effect = 0.05 * x[7] - (x[0] > 0.5 ? 0.05 : 0);
        return 3.2 + 0.35 * x[0] + 0.25 * x[4] - 0.2 * Math.abs(x[5]) + strength * effect;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
