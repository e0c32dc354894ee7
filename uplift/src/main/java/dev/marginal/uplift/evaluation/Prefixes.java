package dev.marginal.uplift.evaluation;

import java.util.Arrays;

/**
 * Weighted counts and outcome sums of the best rows, after none of them and after each tie.
 *
 * @param treated weight of treated rows so far
 * @param control weight of control rows so far
 * @param treatedSum weighted outcomes of treated rows so far
 * @param controlSum weighted outcomes of control rows so far
 */
record Prefixes(double[] treated, double[] control, double[] treatedSum, double[] controlSum) {
    static Prefixes of(Experiment experiment, Ranking ranking) {
        int points = ranking.ties() + 1;
        Prefixes sums =
                new Prefixes(
                        new double[points],
                        new double[points],
                        new double[points],
                        new double[points]);
        int place = 0;
        for (int point = 1; point < points; point++) {
            sums.repeat(point);
            for (int end = ranking.end(point - 1); place < end; place++) {
                sums.add(point, experiment, ranking.row(place));
            }
        }
        return sums;
    }

    private void repeat(int point) {
        treated[point] = treated[point - 1];
        control[point] = control[point - 1];
        treatedSum[point] = treatedSum[point - 1];
        controlSum[point] = controlSum[point - 1];
    }

    private void add(int point, Experiment experiment, int row) {
        double weight = experiment.weight()[row];
        if (experiment.treated(row)) {
            treated[point] += weight;
            treatedSum[point] += weight * experiment.outcome()[row];
        } else if (experiment.compared(row)) {
            control[point] += weight;
            controlSum[point] += weight * experiment.outcome()[row];
        }
    }

    int points() {
        return treated.length;
    }

    int last() {
        return treated.length - 1;
    }

    /** Weight of all compared rows so far. */
    double rows(int point) {
        return treated[point] + control[point];
    }

    /** All of {@link #rows(int)}. */
    double[] rows() {
        double[] rows = new double[points()];
        Arrays.setAll(rows, this::rows);
        return rows;
    }

    /** Difference of the arms' means; NaN while an arm is empty. */
    double lift(int point) {
        return treatedSum[point] / treated[point] - controlSum[point] / control[point];
    }

    /**
     * Where the curve reaches these rows, as a number of points with a fraction: a tie's rows come
     * evenly.
     *
     * @param ascending one of the counts, or their sum
     */
    static double place(double[] ascending, double reached) {
        int found = Arrays.binarySearch(ascending, reached);
        int point = found >= 0 ? found : -found - 1;
        if (found >= 0 || point >= ascending.length) {
            return Math.min(point, ascending.length - 1);
        }
        double before = ascending[point - 1];
        return point - 1 + (reached - before) / (ascending[point] - before);
    }

    /** A column's value at a place between points. */
    static double at(double[] column, double place) {
        int point = (int) place;
        double fraction = place - point;
        return fraction == 0
                ? column[point]
                : column[point] + fraction * (column[point + 1] - column[point]);
    }
}
