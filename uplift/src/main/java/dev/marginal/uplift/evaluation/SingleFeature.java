package dev.marginal.uplift.evaluation;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.Customers;
import java.util.Arrays;

/**
 * The best ranking by one feature alone: the feature with the largest |qini.grf| on the sample, the
 * better way round. A category ranks by its mean effect in the other folds.
 *
 * @param name the feature and its direction
 */
record SingleFeature(String name, Ranking ranking) {
    /** The best of all features; the first one where features are equally good. */
    static SingleFeature best(Customers customers, int[] fold, float[] effect, double[] weight) {
        SingleFeature best = new SingleFeature("none", Ranking.by(new double[fold.length]));
        double bestQini = 0;
        for (Column feature : customers.features()) {
            SingleFeature candidate = of(feature, fold, effect, weight);
            double qini = RankAverage.qini(effect, weight, candidate.ranking);
            if (qini > bestQini) {
                best = candidate;
                bestQini = qini;
            }
        }
        return best;
    }

    private static SingleFeature of(Column feature, int[] fold, float[] effect, double[] weight) {
        if (feature instanceof CategoryColumn category) {
            double[] score = meansElsewhere(category, fold, effect, weight);
            return new SingleFeature(feature.name(), Ranking.by(score));
        }
        float[] values = ((NumberColumn) feature).values();
        Ranking highestFirst = Ranking.by(values);
        if (RankAverage.qini(effect, weight, highestFirst) >= 0) {
            return new SingleFeature(feature.name() + ", highest first", highestFirst);
        }
        double[] negated = new double[values.length];
        Arrays.setAll(negated, row -> -values[row]);
        return new SingleFeature(feature.name() + ", lowest first", Ranking.by(negated));
    }

    /** Each row's category's mean effect over the rows of the other folds; a missing one counts. */
    private static double[] meansElsewhere(
            CategoryColumn category, int[] fold, float[] effect, double[] weight) {
        int folds = Arrays.stream(fold).max().orElse(0) + 1;
        int words = category.words().size() + 1;
        double[][] sums = new double[folds][words];
        double[][] weights = new double[folds][words];
        for (int row = 0; row < fold.length; row++) {
            int word = category.codes()[row] + 1;
            sums[fold[row]][word] += weight[row] * effect[row];
            weights[fold[row]][word] += weight[row];
        }
        double[][] means = new double[folds][words];
        for (int own = 0; own < folds; own++) {
            for (int word = 0; word < words; word++) {
                means[own][word] = total(sums, word, own) / total(weights, word, own);
            }
        }
        double[] scores = new double[fold.length];
        Arrays.setAll(scores, row -> means[fold[row]][category.codes()[row] + 1]);
        return scores;
    }

    private static double total(double[][] values, int word, int without) {
        double total = 0;
        for (int fold = 0; fold < values.length; fold++) {
            total += fold == without ? 0 : values[fold][word];
        }
        return total;
    }
}
