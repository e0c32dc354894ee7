package dev.marginal.value.boosted;

import dev.marginal.boosting.FeatureMatrix;
import dev.marginal.boosting.Forest;
import dev.marginal.boosting.Forests;
import dev.marginal.tables.Execution;
import dev.marginal.value.Histories;
import dev.marginal.value.log.Split;
import dev.marginal.value.log.TransactionLog;
import java.time.LocalDate;
import java.util.List;

/**
 * A hurdle: whether a customer spends anything, and how often and how much if so. The expected
 * value is the product of the first and the last.
 *
 * @param any trees of P(anything is spent in the window)
 * @param purchases trees of the number of purchases of those who spend
 * @param amount trees of what they spend, as {@link AmountHead} has it
 */
public record BoostedModel(BoostedFit fit, Forest any, Forest purchases, Forest amount) {
    /** What files and evaluations call it. */
    public static final String NAME = "boosted";

    /**
     * Scores every customer who bought by {@code until}, in the order of {@link
     * TransactionLog#histories}.
     *
     * @param log read as the model's was
     * @throws IllegalArgumentException if the columns are not those that the model learnt
     */
    public BoostedScores score(
            TransactionLog log, CustomerColumns columns, LocalDate until, Execution execution) {
        return score(known(log, until, execution), columns, execution);
    }

    /** What the model looks at on a day: nothing later, and as much before it as its window. */
    public Split known(TransactionLog log, LocalDate day, Execution execution) {
        return log.split(day, day.plusDays(fit.windowDays()), execution);
    }

    /**
     * Scores every customer of {@link #known}.
     *
     * @throws IllegalArgumentException if the columns are not those that the model learnt
     */
    public BoostedScores score(Split known, CustomerColumns columns, Execution execution) {
        Histories past = known.calibration();
        FeatureMatrix matrix =
                FeatureMatrix.of(past.rows(), PastColumns.of(known, columns), fit.features());
        BoostedScores scores =
                new BoostedScores(
                        past.customers(),
                        new double[past.rows()],
                        new double[past.rows()],
                        new double[past.rows()],
                        new double[past.rows()]);
        Forests.plain(List.of(any, purchases, amount), execution)
                .predict(matrix, (from, to, plain, joint) -> combine(from, to, plain, scores));
        return scores;
    }

    private void combine(int from, int to, float[][] predicted, BoostedScores into) {
        AmountHead head = fit.settings().amount();
        for (int i = 0; i < to - from; i++) {
            double probability = predicted[0][i];
            double bought = predicted[1][i];
            double spent = head.amount(predicted[2][i], fit.logVariance());
            into.any()[from + i] = probability;
            into.purchases()[from + i] = probability * bought * fit.stretch();
            into.spend()[from + i] = spent / bought;
            into.value()[from + i] = probability * spent * fit.stretch();
        }
    }
}
