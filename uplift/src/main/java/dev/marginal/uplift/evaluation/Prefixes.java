package dev.marginal.uplift.evaluation;

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
        Sums soFar = new Sums(experiment);
        int place = 0;
        for (int point = 1; point < points; point++) {
            for (int end = ranking.end(point - 1); place < end; place++) {
                soFar.add(ranking.row(place));
            }
            sums.treated[point] = soFar.treated;
            sums.control[point] = soFar.control;
            sums.treatedSum[point] = soFar.treatedSum;
            sums.controlSum[point] = soFar.controlSum;
        }
        return sums;
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
        for (int point = 0; point < rows.length; point++) {
            rows[point] = rows(point);
        }
        return rows;
    }

    /** Difference of the arms' means; NaN while an arm is empty. */
    double lift(int point) {
        return treatedSum[point] / treated[point] - controlSum[point] / control[point];
    }

    /** Sums in the making, outside of arrays for speed. */
    private static final class Sums {
        private final int[] arm;
        private final int treatment;
        private final double[] outcome;
        private final double[] weight;
        private double treated;
        private double control;
        private double treatedSum;
        private double controlSum;

        Sums(Experiment experiment) {
            arm = experiment.arm();
            treatment = experiment.treatment();
            outcome = experiment.outcome();
            weight = experiment.weight();
        }

        void add(int row) {
            double w = weight[row];
            if (w == 0) {
                return;
            }
            if (arm[row] == treatment) {
                treated += w;
                treatedSum += w * outcome[row];
            } else if (arm[row] == 0) {
                control += w;
                controlSum += w * outcome[row];
            }
        }
    }
}
