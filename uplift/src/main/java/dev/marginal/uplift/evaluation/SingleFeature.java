package dev.marginal.uplift.evaluation;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import java.util.Arrays;
import java.util.List;

/**
 * The best ranking by one feature alone: the feature with the largest |qini.grf| on the sample, the
 * better way round. A category ranks by its mean effect in the other folds.
 *
 * @param name the feature and its direction
 * @param qini its {@code qini.grf}
 */
record SingleFeature(String name, Ranking ranking, double qini) {
    /** The best of all features, one per treatment; the first one where they are equally good. */
    static List<SingleFeature> best(Sample sample) {
        Ranking unranked = Ranking.by(new float[sample.history().rows()]);
        SingleFeature[] best = new SingleFeature[sample.history().treatments().size()];
        Arrays.fill(best, new SingleFeature("none", unranked, 0));
        for (Column feature : sample.history().customers().features()) {
            SingleFeature[] candidates = of(feature, sample);
            for (int t = 0; t < best.length; t++) {
                best[t] = candidates[t].qini > best[t].qini ? candidates[t] : best[t];
            }
        }
        return List.of(best);
    }

    /** The feature for each treatment. */
    private static SingleFeature[] of(Column feature, Sample sample) {
        if (feature instanceof CategoryColumn category) {
            return ofCategory(category, sample);
        }
        float[] values = ((NumberColumn) feature).values();
        SingleFeature[] highest =
                ofRanking(feature.name() + ", highest first", Ranking.by(values), sample);
        if (Arrays.stream(highest).allMatch(ranked -> ranked.qini >= 0)) {
            return highest;
        }
        SingleFeature[] lowest =
                ofRanking(feature.name() + ", lowest first", Ranking.by(negated(values)), sample);
        Arrays.setAll(lowest, t -> highest[t].qini >= 0 ? highest[t] : lowest[t]);
        return lowest;
    }

    private static SingleFeature[] ofRanking(String name, Ranking ranking, Sample sample) {
        return Arrays.stream(sample.outOfFold().effect())
                .map(effect -> of(name, ranking, effect, sample.weight()))
                .toArray(SingleFeature[]::new);
    }

    private static SingleFeature[] ofCategory(CategoryColumn category, Sample sample) {
        int[] fold = sample.outOfFold().fold();
        double[] weight = sample.weight();
        return Arrays.stream(sample.outOfFold().effect())
                .map(
                        effect -> {
                            double[] score = meansElsewhere(category, fold, effect, weight);
                            return of(category.name(), Ranking.by(score), effect, weight);
                        })
                .toArray(SingleFeature[]::new);
    }

    private static SingleFeature of(String name, Ranking ranking, float[] effect, double[] weight) {
        return new SingleFeature(name, ranking, RankAverage.qini(effect, weight, ranking));
    }

    private static float[] negated(float[] values) {
        float[] negated = new float[values.length];
        for (int row = 0; row < values.length; row++) {
            negated[row] = -values[row];
        }
        return negated;
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
