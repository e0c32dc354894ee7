package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.scenarios.FutureValues;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.Valuation;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The experiment's rows, valued as the campaign's customers are by models that never saw them,
 * beside what each offer truly did there.
 *
 * <p>A column of amounts, which the history need not have, is replaced by its mean in the audience;
 * what an order is worth later, by the mean of a band.
 *
 * @param customers whose rows they are
 * @param means of the audience's columns, for every row
 * @param bands of what an order is worth later; one where the plan does not count it
 * @param rows valued in the first band
 * @param effect doubly robust, {@code [offer][row]}
 */
record HeldOut(
        OutOfFoldScores history,
        HistoryCustomers customers,
        Valuation valuation,
        Traits means,
        FutureBands bands,
        OfferBook rows,
        float[][] effect) {

    /**
     * The rows of an experiment, valued for customers with these traits.
     *
     * @param traits in the order of the audience
     */
    static HeldOut of(
            OutOfFoldScores history,
            HistoryCustomers customers,
            Valuation valuation,
            Traits traits) {
        Traits means = means(traits, history.rows());
        FutureBands bands =
                valuation.objective().countsFuture()
                        ? FutureBands.of(traits.future().orElseThrow().ofAnOrder())
                        : FutureBands.NONE;
        FutureValues first = bands.values(0, history.rows());
        return new HeldOut(
                history,
                customers,
                valuation,
                means,
                bands,
                valuation.value(history.scores(), means.with(first)),
                valuation.offers().stream()
                        .map(offer -> history.effect()[offer.treatmentIn(history.scores())])
                        .toArray(float[][]::new));
    }

    /** The rows as if an order of each were worth later what it is in a band. */
    OfferBook valued(int band) {
        if (band == 0) {
            return rows;
        }
        FutureValues values = bands.values(band, history.rows());
        return valuation.revalue(rows, history.scores(), means.with(values));
    }

    private static Traits means(Traits traits, int rows) {
        Map<String, float[]> means = new TreeMap<>();
        traits.amounts()
                .forEach(
                        (column, amounts) -> {
                            double sum = 0;
                            for (float amount : amounts) {
                                sum += amount;
                            }
                            float[] mean = new float[rows];
                            Arrays.fill(mean, (float) (sum / Math.max(1, amounts.length)));
                            means.put(column, mean);
                        });
        return new Traits(List.of(), means);
    }
}
