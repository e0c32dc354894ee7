package dev.marginal.uplift.evaluation;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The best ranking by one feature alone. For every fold the feature and its direction are those of
 * the highest {@code qini.grf} on the rows of the other folds, so that its choice does not flatter
 * it.
 *
 * @param name the feature and its direction; several where folds differ
 * @param score of each row: its place in its fold, 1 at the top, so that folds with different
 *     features can be ranked together
 */
record SingleFeature(String name, float[] score) {
    /** One per treatment; the first of equally good features. */
    static List<SingleFeature> best(Sample sample, Stakes stakes) {
        int folds = Arrays.stream(stakes.fold()).max().orElse(0) + 1;
        Feature[][] best = new Feature[folds][stakes.treatments()];
        for (Column column : sample.history().customers().features()) {
            Feature feature =
                    column instanceof CategoryColumn category
                            ? new CategoryFeature(category, stakes, folds)
                            : new NumberFeature((NumberColumn) column, stakes, folds);
            for (int fold = 0; fold < folds; fold++) {
                for (int t = 0; t < stakes.treatments(); t++) {
                    best[fold][t] = better(best[fold][t], feature, fold, t);
                }
            }
        }
        List<SingleFeature> ofTreatments = new ArrayList<>();
        for (int t = 0; t < stakes.treatments(); t++) {
            ofTreatments.add(of(stakes, best, t));
        }
        return ofTreatments;
    }

    private static Feature better(Feature best, Feature other, int fold, int treatment) {
        boolean isBetter =
                best == null || other.quality(fold, treatment) > best.quality(fold, treatment);
        return isBetter ? other : best;
    }

    private static SingleFeature of(Stakes stakes, Feature[][] best, int treatment) {
        Set<String> names = new LinkedHashSet<>();
        float[] score = new float[stakes.rows()];
        for (int[] rows : stakes.folds()) {
            int fold = stakes.fold()[rows[0]];
            Feature feature = best[fold][treatment];
            if (feature != null) {
                names.add(feature.name(fold, treatment));
                double[] own = new double[rows.length];
                Arrays.setAll(own, i -> feature.score(rows[i], fold, treatment));
                place(rows, Ranking.by(own), score);
            }
        }
        return new SingleFeature(names.isEmpty() ? "none" : String.join("; ", names), score);
    }

    /** The middle of each tie's places, from 1 down to 0. */
    private static void place(int[] rows, Ranking ranking, float[] score) {
        int start = 0;
        for (int tie = 0; tie < ranking.ties(); tie++) {
            int end = ranking.end(tie);
            for (int place = start; place < end; place++) {
                score[rows[ranking.row(place)]] = 1 - (start + end) / 2f / rows.length;
            }
            start = end;
        }
    }
}
