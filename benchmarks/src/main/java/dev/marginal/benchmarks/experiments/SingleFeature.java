package dev.marginal.benchmarks.experiments;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.evaluation.RankAverage;
import dev.marginal.uplift.evaluation.Ranking;
import java.util.Arrays;
import java.util.List;

/**
 * The one feature that ranks customers best, chosen on the rows to learn from: by {@code qini.grf}
 * on inverse propensity effects, the better way round. A category ranks by its mean effect there.
 */
final class SingleFeature {
    private final int feature;
    private final double sign;
    private final double[] ofWord;

    private SingleFeature(int feature, double sign, double[] ofWord) {
        this.feature = feature;
        this.sign = sign;
        this.ofWord = ofWord;
    }

    /** The best feature for one treatment. */
    static SingleFeature best(CampaignHistory history, int treatment) {
        float[] effect = effects(history, treatment + 1);
        List<Column> features = history.customers().features();
        SingleFeature best = new SingleFeature(0, 1, new double[0]);
        double most = Double.NEGATIVE_INFINITY;
        for (int feature = 0; feature < features.size(); feature++) {
            double[] ofWord = wordMeans(features.get(feature), effect);
            SingleFeature upright = new SingleFeature(feature, 1, ofWord);
            double qini =
                    RankAverage.qini(
                            effect,
                            history.weight(),
                            Ranking.by(upright.scores(history.customers())));
            if (Math.abs(qini) > most) {
                most = Math.abs(qini);
                best = new SingleFeature(feature, qini < 0 ? -1 : 1, ofWord);
            }
        }
        return best;
    }

    /** Scores of these customers; the higher the better. */
    double[] scores(Customers customers) {
        Column column = customers.features().get(feature);
        double[] scores = new double[customers.rows()];
        if (column instanceof NumberColumn number) {
            Arrays.setAll(scores, row -> sign * number.values()[row]);
        } else {
            int[] codes = ((CategoryColumn) column).codes();
            Arrays.setAll(scores, row -> sign * ofWord[codes[row] + 1]);
        }
        return scores;
    }

    private static float[] effects(CampaignHistory history, int arm) {
        double mean = Arrays.stream(history.gmv()).average().orElse(0);
        float[] effects = new float[history.rows()];
        for (int row = 0; row < effects.length; row++) {
            double weighted = (history.gmv()[row] - mean) / history.propensity()[row];
            int own = history.arm()[row];
            effects[row] = (float) (own == arm ? weighted : own == 0 ? -weighted : 0);
        }
        return effects;
    }

    /** The mean effect of missing cells, then of each word; nothing for numbers. */
    private static double[] wordMeans(Column column, float[] effect) {
        if (!(column instanceof CategoryColumn category)) {
            return new double[0];
        }
        double[] sums = new double[category.words().size() + 1];
        int[] rows = new int[sums.length];
        for (int row = 0; row < effect.length; row++) {
            sums[category.codes()[row] + 1] += effect[row];
            rows[category.codes()[row] + 1]++;
        }
        Arrays.setAll(sums, word -> rows[word] == 0 ? 0 : sums[word] / rows[word]);
        return sums;
    }
}
