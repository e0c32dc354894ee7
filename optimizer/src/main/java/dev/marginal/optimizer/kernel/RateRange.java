package dev.marginal.optimizer.kernel;

import java.util.function.DoubleBinaryOperator;

/**
 * All rates between those of some cells.
 *
 * @param middle of one cell
 * @param reach how far any rate is from the middle at most, with what rounding may add
 */
record RateRange(Rates middle, Rates reach) {
    /** Covers the rounding of a product of a rate, relative to the rate, many times over. */
    private static final double RELATIVE = 0x1p-48;

    /** How far a rounded amount is from the amount at most, in micro-units. */
    private static final double ROUNDED = 0.5;

    /** The range of these cells' rates; of one cell, the middle is its rates exactly. */
    static RateRange of(Rates rates, int[] cells) {
        Rates reach = within(rates, cells, RateRange::reach);
        for (int offer = 0; offer < reach.gamma().length; offer++) {
            double amounts = reach.alpha()[offer][0] + reach.beta()[offer][0];
            for (double[][] delta : reach.delta()) {
                amounts += delta[offer][0];
            }
            reach.gamma()[offer][0] += ROUNDED * amounts;
        }
        return new RateRange(within(rates, cells, RateRange::middle), reach);
    }

    private static double middle(double least, double most) {
        return least == most ? least : (least + most) / 2;
    }

    private static double reach(double least, double most) {
        return (most - least) / 2 + RELATIVE * Math.max(Math.abs(least), Math.abs(most));
    }

    private static Rates within(Rates rates, int[] cells, DoubleBinaryOperator of) {
        double[][][] delta = new double[rates.delta().length][][];
        for (int measure = 0; measure < delta.length; measure++) {
            delta[measure] = within(rates.delta()[measure], cells, of);
        }
        return new Rates(
                within(rates.alpha(), cells, of),
                within(rates.beta(), cells, of),
                within(rates.gamma(), cells, of),
                delta);
    }

    /** Makes one number of the least and the most in some cells, {@code [offer][0]}. */
    private static double[][] within(double[][] rates, int[] cells, DoubleBinaryOperator of) {
        double[][] within = new double[rates.length][1];
        for (int offer = 0; offer < rates.length; offer++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int cell : cells) {
                least = Math.min(least, rates[offer][cell]);
                most = Math.max(most, rates[offer][cell]);
            }
            within[offer][0] = of.applyAsDouble(least, most);
        }
        return within;
    }
}
