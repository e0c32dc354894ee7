package dev.marginal.uplift.evaluation;

import dev.marginal.tables.CategoryColumn;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A category: each word ranks by its mean effect in other folds. Which words are good is learnt
 * without the row's own fold and without the fold for which the feature is chosen. A missing word
 * counts as one.
 */
final class CategoryFeature implements Feature {
    private final CategoryColumn column;
    private final int words;

    /** {@code [fold][word]}. */
    private final double[][] weight;

    /** {@code [treatment][fold][word]}: weighted effects. */
    private final double[][][] sum;

    CategoryFeature(CategoryColumn column, Stakes stakes, int folds) {
        this.column = column;
        words = column.words().size() + 1;
        weight = new double[folds][words];
        sum = new double[stakes.treatments()][folds][words];
        for (int row = 0; row < stakes.rows(); row++) {
            int word = column.codes()[row] + 1;
            int fold = stakes.fold()[row];
            weight[fold][word] += stakes.weight()[row];
            for (int t = 0; t < sum.length; t++) {
                sum[t][fold][word] += stakes.weight()[row] * stakes.effect()[t][row];
            }
        }
    }

    @Override
    public double quality(int fold, int treatment) {
        RankAverage average = new RankAverage();
        int[][] cells = cells(fold, treatment);
        double all = 0;
        double rows = 0;
        double effects = 0;
        for (int i = 0; i < cells.length; i++) {
            rows += weight[cells[i][0]][cells[i][1]];
            effects += sum[treatment][cells[i][0]][cells[i][1]];
            boolean tied =
                    i + 1 < cells.length
                            && score(cells[i], fold, treatment)
                                    == score(cells[i + 1], fold, treatment);
            if (!tied) {
                average.add(1, rows, effects);
                all += rows;
                rows = 0;
                effects = 0;
            }
        }
        return average.qini() * all * all;
    }

    /** Other folds' rows of one word at a time, the best first. */
    private int[][] cells(int fold, int treatment) {
        int[][] cells = new int[(weight.length - 1) * words][];
        int next = 0;
        for (int other = 0; other < weight.length; other++) {
            for (int word = 0; word < words && other != fold; word++) {
                cells[next++] = new int[] {other, word};
            }
        }
        Arrays.sort(cells, Comparator.comparingDouble(cell -> -score(cell, fold, treatment)));
        return cells;
    }

    private double score(int[] cell, int fold, int treatment) {
        return mean(cell[1], treatment, fold, cell[0]);
    }

    @Override
    public String name(int fold, int treatment) {
        return column.name();
    }

    @Override
    public double score(int row, int fold, int treatment) {
        return mean(column.codes()[row] + 1, treatment, fold, fold);
    }

    /** A word's mean effect without two folds; nothing is the least. */
    private double mean(int word, int treatment, int one, int other) {
        double rows = 0;
        double effects = 0;
        for (int fold = 0; fold < weight.length; fold++) {
            if (fold != one && fold != other) {
                rows += weight[fold][word];
                effects += sum[treatment][fold][word];
            }
        }
        return rows == 0 ? Double.NEGATIVE_INFINITY : effects / rows;
    }
}
