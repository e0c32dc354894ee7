package dev.marginal.value.purchases;

import dev.marginal.tables.Execution;
import dev.marginal.value.UnitOfTime;
import dev.marginal.value.likelihood.BlockSum;
import dev.marginal.value.likelihood.GroupedHistories;
import dev.marginal.value.likelihood.LogSpace;
import dev.marginal.value.likelihood.Pairs;
import java.util.stream.IntStream;

/**
 * The log-likelihood of all customers. Each part of {@link Terms} is tabulated once per different
 * (frequency, days), so that a history costs two look-ups, an exponential and a logarithm.
 */
final class Likelihood {
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
        for (int frequency = 0; frequency < shared.length; frequency++) {
            shared[frequency] = terms.shared(frequency);
        }
        Pairs ages = histories.lasting();
        for (int pair = 0; pair < lasting.length; pair++) {
            lasting[pair] = terms.lasting(ages.frequency(pair), unit.of(ages.days(pair)));
        }
        Pairs recencies = histories.last();
        for (int pair = 0; pair < stopped.length; pair++) {
            stopped[pair] = terms.stopped(recencies.frequency(pair), unit.of(recencies.days(pair)));
        }
        return BlockSum.of(histories.rows(), this::ofRow, execution);
    }

    private double ofRow(int row) {
        double either =
                LogSpace.add(
                        lasting[histories.lasting().of(row)], stopped[histories.last().of(row)]);
        return histories.customers()[row] * (shared[histories.frequency()[row]] + either);
    }
}
