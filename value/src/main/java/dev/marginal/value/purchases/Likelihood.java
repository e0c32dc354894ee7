package dev.marginal.value.purchases;

import dev.marginal.tables.Execution;
import dev.marginal.tables.RowBlocks;
import dev.marginal.value.UnitOfTime;
import dev.marginal.value.likelihood.GroupedHistories;
import dev.marginal.value.likelihood.Pairs;
import java.util.stream.IntStream;

/**
 * The log-likelihood of all customers. Each part of {@link Terms} is tabulated once per different
 * (frequency, days), so that a history costs two look-ups and an exponential.
 */
final class Likelihood {
    private static final double HUGE = 1e200;

    /** A part of {@link Terms}. */
    private interface OfPair {
        double of(int frequency, double time);
    }

    private final GroupedHistories histories;
    private final UnitOfTime unit;
    private final Execution execution;
    private final double[] lasting;
    private final double[] stopped;
    private final double[] shared;

    Likelihood(GroupedHistories histories, UnitOfTime unit, Execution execution) {
        this.histories = histories;
        this.unit = unit;
        this.execution = execution;
        this.lasting = new double[histories.lasting().size()];
        this.stopped = new double[histories.last().size()];
        this.shared = new double[IntStream.of(histories.frequency()).max().orElse(0) + 1];
    }

    double of(Terms terms) {
        for (int k = 1; k < shared.length; k++) {
            shared[k] = shared[k - 1] + terms.step(k - 1);
        }
        tabulate(histories.lasting(), lasting, terms::lasting);
        tabulate(histories.last(), stopped, terms::stopped);
        return RowBlocks.sum(histories.rows(), execution, this::ofRows);
    }

    private void tabulate(Pairs pairs, double[] table, OfPair part) {
        RowBlocks.each(
                table.length,
                execution,
                (from, to) -> {
                    for (int pair = from; pair < to; pair++) {
                        table[pair] = part.of(pairs.frequency(pair), unit.of(pairs.days(pair)));
                    }
                });
    }

    /**
     * The sum of {@code n (shared + ln(eᵃ + eᵇ))}; of histories that one customer has, the
     * logarithms of {@code 1 + e^−|a−b|} are taken as that of their product.
     */
    private double ofRows(int from, int to) {
        double sum = 0;
        double product = 1;
        for (int row = from; row < to; row++) {
            double a = lasting[histories.lasting().of(row)];
            double b = stopped[histories.last().of(row)];
            double high = Math.max(a, b);
            double factor = 1 + Math.exp(Math.min(a, b) - high);
            int customers = histories.customers()[row];
            sum += customers * (shared[histories.frequency()[row]] + high);
            if (customers > 1) {
                sum += customers * Math.log(factor);
            } else {
                product *= factor;
                if (product > HUGE) {
                    sum += Math.log(product);
                    product = 1;
                }
            }
        }
        return sum + Math.log(product);
    }
}
