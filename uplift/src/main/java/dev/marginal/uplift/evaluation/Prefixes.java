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
        int place = 0;
        for (int point = 1; point < points; point++) {
            sums.carry(point);
            for (int end = ranking.end(point - 1); place < end; place++) {
                sums.add(point, experiment, ranking.row(place));
            }
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

    private void carry(int point) {
        treated[point] = treated[point - 1];
        control[point] = control[point - 1];
        treatedSum[point] = treatedSum[point - 1];
        controlSum[point] = controlSum[point - 1];
    }

    private void add(int point, Experiment experiment, int row) {
        double weight = experiment.weight()[row];
        int arm = experiment.arm()[row];
        if (arm == experiment.treatment()) {
            treated[point] += weight;
            treatedSum[point] += weight * experiment.outcome()[row];
        } else if (arm == 0) {
            control[point] += weight;
            controlSum[point] += weight * experiment.outcome()[row];
        }
    }
}
