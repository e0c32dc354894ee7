package dev.marginal.optimizer.kernel;

import java.util.Arrays;

/**
 * What prices make of every offer: the reduced value of a send is {@code α·value − β·cost − γ}, in
 * micro-units.
 *
 * @param alpha worth of one micro-unit of value, per offer
 * @param beta price of one micro-unit of cost, per offer
 * @param gamma price of one send in micro-units, per offer
 */
public record Rates(double[] alpha, double[] beta, double[] gamma) {
    /** Value only: every limit is free. */
    public static Rates free(int offers) {
        Rates rates = new Rates(new double[offers], new double[offers], new double[offers]);
        Arrays.fill(rates.alpha, 1);
        return rates;
    }
}
