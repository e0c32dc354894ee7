package dev.marginal.uplift.evaluation;

import dev.marginal.tables.NumberColumn;
import java.util.Arrays;

/** A number: the highest first, or the lowest; what is missing stands at the low end. */
final class NumberFeature implements Feature {
    private final NumberColumn column;
    private final double[][] area;

    /** Ranks all rows once and looks at every fold's absence at the same time. */
    NumberFeature(NumberColumn column, Stakes stakes, int folds) {
        this.column = column;
        Areas areas = new Areas(stakes, folds);
        Ranking ranking = Ranking.by(column.values());
        int place = 0;
        for (int tie = 0; tie < ranking.ties(); tie++) {
            for (int end = ranking.end(tie); place < end; place++) {
                areas.add(ranking.row(place));
            }
            areas.endTie();
        }
        area = areas.overDiagonal();
    }

    @Override
    public double quality(int fold, int treatment) {
        return Math.abs(area[fold][treatment]);
    }

    @Override
    public String name(int fold, int treatment) {
        return column.name()
                + (highestFirst(fold, treatment) ? ", highest first" : ", lowest first");
    }

    @Override
    public double score(int row, int fold, int treatment) {
        float value = column.values()[row];
        double number = Float.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
        return highestFirst(fold, treatment) ? number : -number;
    }

    private boolean highestFirst(int fold, int treatment) {
        return area[fold][treatment] >= 0;
    }

    /** {@link RankAverage} of every treatment on the rows outside every fold. */
    private static final class Areas {
        private final Stakes stakes;
        private final int treatments;

        /** Of all rows first, then of each fold's: weight, then each treatment's effects. */
        private final double[][] tie;

        private final double[][] total;
        private final double[][] area;

        Areas(Stakes stakes, int folds) {
            this.stakes = stakes;
            treatments = stakes.treatments();
            tie = new double[folds + 1][treatments + 1];
            total = new double[folds][treatments + 1];
            area = new double[folds][treatments];
        }

        void add(int row) {
            double weight = stakes.weight()[row];
            double[] own = tie[stakes.fold()[row] + 1];
            own[treatments] += weight;
            tie[0][treatments] += weight;
            for (int t = 0; t < treatments; t++) {
                double sum = weight * stakes.effect()[t][row];
                own[t] += sum;
                tie[0][t] += sum;
            }
        }

        void endTie() {
            for (int fold = 0; fold < total.length; fold++) {
                double[] own = tie[fold + 1];
                double weight = tie[0][treatments] - own[treatments];
                for (int t = 0; t < treatments; t++) {
                    double sum = tie[0][t] - own[t];
                    area[fold][t] += weight * (total[fold][t] + sum / 2);
                    total[fold][t] += sum;
                }
                total[fold][treatments] += weight;
                Arrays.fill(own, 0);
            }
            Arrays.fill(tie[0], 0);
        }

        double[][] overDiagonal() {
            for (int fold = 0; fold < total.length; fold++) {
                for (int t = 0; t < treatments; t++) {
                    area[fold][t] -= total[fold][t] * total[fold][treatments] / 2;
                }
            }
            return area;
        }
    }
}
