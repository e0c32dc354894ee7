package dev.marginal.value.evaluation;

import java.util.List;

/**
 * Predictions of a holdout, judged by what happened in it.
 *
 * @param until the last day that the predictions knew, as ISO date
 * @param end the last day of the holdout, as ISO date
 * @param horizon its length
 * @param unit what it is counted in
 * @param customers everyone who had bought by {@code until}
 * @param buyers those who bought in the holdout
 * @param purchases predictions of the number of purchases, models first
 * @param spend predictions of what they amount to, models first
 * @param byFrequency of the first model: purchases by repeat purchases before
 * @param finding what is to be known of the models beside their figures, as a sentence; empty for
 *     nothing
 */
public record ValueEvaluation(
        String until,
        String end,
        double horizon,
        String unit,
        int customers,
        int buyers,
        List<Judged> purchases,
        List<Judged> spend,
        List<Group> byFrequency,
        String finding) {
    public ValueEvaluation {
        purchases = List.copyOf(purchases);
        spend = List.copyOf(spend);
        byFrequency = List.copyOf(byFrequency);
    }

    /** The same with this finding. */
    ValueEvaluation with(String other) {
        return new ValueEvaluation(
                until, end, horizon, unit, customers, buyers, purchases, spend, byFrequency, other);
    }

    /**
     * One way of predicting.
     *
     * @param model whether it is one; else a baseline
     * @param calibration null for a baseline that ranks alone
     */
    public record Judged(
            String name, boolean model, Discrimination discrimination, Calibration calibration) {}

    /**
     * Who comes first, whatever the size of the predictions. Equal predictions share what happened.
     *
     * @param normalisedGini {@code 2 · mean(cumulative share of the truth, best predicted first) −
     *     1}, divided by the same of a perfect order; 1 at best, about 0 for any order
     * @param spearman rank correlation with the truth; {@code NaN} where all predictions are equal
     */
    public record Discrimination(double normalisedGini, double spearman) {}

    /**
     * How large predictions are beside the truth.
     *
     * @param predicted their sum
     * @param actual the truth's sum
     * @param ratio predicted / actual; below 1 where too little was predicted
     * @param meanAbsoluteError per customer
     * @param rootMeanSquareError per customer
     * @param pearson correlation with the truth; {@code NaN} where all predictions are equal
     * @param deciles tenths of the customers by prediction, the highest first
     */
    public record Calibration(
            double predicted,
            double actual,
            double ratio,
            double meanAbsoluteError,
            double rootMeanSquareError,
            double pearson,
            List<Group> deciles) {
        public Calibration {
            deciles = List.copyOf(deciles);
        }
    }

    /**
     * Customers taken together.
     *
     * @param name such as {@code 1}, or {@code 7+}
     * @param predicted mean per customer
     * @param actual mean per customer
     */
    public record Group(String name, int customers, double predicted, double actual) {}
}
