package dev.marginal.uplift.evaluation;

import dev.marginal.tables.Requires;
import java.util.Arrays;

/**
 * One treatment against the control, row by row; rows of other arms are passed over.
 *
 * @param arm of each row; 0 is the control
 * @param treatment the arm that is compared with the control
 * @param outcome of each row
 * @param weight of each row; zero or more
 */
public record Experiment(int[] arm, int treatment, double[] outcome, double[] weight) {
    public Experiment {
        Requires.positive(treatment, "treatment");
        Requires.require(outcome.length == arm.length, "outcomes", outcome.length, arm.length + "");
        Requires.require(weight.length == arm.length, "weights", weight.length, arm.length + "");
    }

    /** Arms 0 and 1, all rows of weight one. */
    public static Experiment of(int[] treated, double[] outcome) {
        double[] weight = new double[treated.length];
        Arrays.fill(weight, 1);
        return new Experiment(treated, 1, outcome, weight);
    }

    /** The same rows with these weights. */
    public Experiment withWeight(double[] others) {
        return new Experiment(arm, treatment, outcome, others);
    }

    /** How many rows, other arms included. */
    public int rows() {
        return arm.length;
    }

    /** Whether a row belongs to the treatment. */
    public boolean treated(int row) {
        return arm[row] == treatment;
    }

    /** Whether a row belongs to the treatment or the control. */
    public boolean compared(int row) {
        return arm[row] == 0 || arm[row] == treatment;
    }
}
