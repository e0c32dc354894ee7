package dev.marginal.uplift.crossfitting;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.UpliftScores;
import java.util.List;
import java.util.Optional;

/** Scores of a history's rows, filled in fold by fold, by several threads. */
final class ScoreSheet {
    private final List<String> treatments;
    private final float[][] uplift;
    private final float[][] orderProbability;
    private final float[] baseline;
    private Optional<float[][]> cost = Optional.empty();
    private Optional<float[]> baselineOrders = Optional.empty();

    ScoreSheet(CampaignHistory history) {
        treatments = history.treatments();
        uplift = new float[treatments.size()][history.rows()];
        orderProbability = new float[treatments.size()][history.rows()];
        baseline = new float[history.rows()];
    }

    /** Takes the scores of these rows, in this order. */
    synchronized void write(int[] rows, UpliftScores scores) {
        copy(scores.baseline(), rows, baseline);
        if (scores.cost().isPresent() && cost.isEmpty()) {
            cost = Optional.of(new float[treatments.size()][baseline.length]);
        }
        if (scores.baselineOrders().isPresent()) {
            baselineOrders = baselineOrders.or(() -> Optional.of(new float[baseline.length]));
            copy(scores.baselineOrders().get(), rows, baselineOrders.orElseThrow());
        }
        for (int t = 0; t < treatments.size(); t++) {
            copy(scores.uplift()[t], rows, uplift[t]);
            copy(scores.orderProbability()[t], rows, orderProbability[t]);
            if (cost.isPresent()) {
                copy(scores.cost().orElseThrow()[t], rows, cost.get()[t]);
            }
        }
    }

    synchronized UpliftScores scores() {
        return new UpliftScores(
                treatments, uplift, orderProbability, baseline, cost, baselineOrders);
    }

    private static void copy(float[] values, int[] rows, float[] into) {
        for (int i = 0; i < rows.length; i++) {
            into[rows[i]] = values[i];
        }
    }
}
