package dev.marginal.value.scoring;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import dev.marginal.tables.RowBlocks;
import dev.marginal.value.Histories;
import dev.marginal.value.PurchaseModel;
import dev.marginal.value.likelihood.Pairs;

/**
 * Scores customers. What the living are expected to buy depends on frequency and age alone, and is
 * computed once for each pair of them.
 */
final class Scoring {
    private final ValueModel model;
    private final Histories histories;
    private final Horizon horizon;
    private final Pairs pairs;

    Scoring(ValueModel model, Histories histories, Horizon horizon) {
        Requires.require(
                histories.unit().equals(model.unit()),
                "unit of time",
                histories.unit().word(),
                "a " + model.unit().word() + ", as in the model");
        this.model = model;
        this.histories = histories;
        this.horizon = horizon;
        this.pairs = new Pairs(histories.frequency(), histories.ageDays());
    }

    ValueScores scores(Execution execution) {
        double[] living = new double[pairs.size()];
        double[] discounted = new double[pairs.size()];
        double[] oneMore = new double[pairs.size()];
        RowBlocks.each(
                pairs.size(),
                execution,
                (from, to) -> {
                    for (int pair = from; pair < to; pair++) {
                        ahead(pair, living, discounted, oneMore);
                    }
                });
        int rows = histories.rows();
        ValueScores scores =
                new ValueScores(
                        histories.customers(),
                        horizon,
                        new double[rows],
                        new double[rows],
                        new double[rows],
                        new double[rows],
                        new double[rows]);
        RowBlocks.each(
                rows,
                execution,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        score(row, living, discounted, oneMore, scores);
                    }
                });
        return scores;
    }

    private void ahead(int pair, double[] living, double[] discounted, double[] oneMore) {
        int frequency = pairs.frequency(pair);
        double age = model.unit().of(pairs.days(pair));
        PurchaseModel purchases = model.purchases();
        living[pair] = purchases.expectedIfAlive(horizon.length(), frequency, age);
        discounted[pair] = discounted(frequency, age);
        oneMore[pair] =
                purchases.aliveProbability(frequency + 1, age, age)
                        * discounted(frequency + 1, age);
    }

    private double discounted(int frequency, double age) {
        return Discounting.of(
                time -> model.purchases().expectedIfAlive(time, frequency, age),
                horizon.length(),
                horizon.rate(model.unit()));
    }

    private void score(
            int row, double[] living, double[] discounted, double[] oneMore, ValueScores scores) {
        int frequency = histories.frequency()[row];
        double alive =
                model.purchases()
                        .aliveProbability(frequency, histories.recency(row), histories.age(row));
        boolean spent = frequency > 0 && histories.meanSpend()[row] > 0;
        double spend = model.spending().expected(spent ? frequency : 0, histories.meanSpend()[row]);
        scores.alive()[row] = alive;
        scores.purchases()[row] = alive * living[pairs.of(row)];
        scores.spend()[row] = spend;
        scores.value()[row] = alive * discounted[pairs.of(row)] * spend;
        scores.valueOfAnOrder()[row] = oneMore[pairs.of(row)] * spend - scores.value()[row];
    }
}
