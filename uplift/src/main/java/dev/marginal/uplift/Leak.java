package dev.marginal.uplift;

/**
 * A feature that tells so much of the outcome, or of who got an arm, that it was hardly known
 * before the treatment.
 *
 * @param feature its name
 * @param arm the arm that it gives away, 0 for the control; -1 for the outcome
 * @param area under the ROC curve, 0.5 to 1: in so many of a hundred pairs of rows of which one
 *     bought and the other did not (or got the arm), the feature alone says which
 */
public record Leak(String feature, int arm, double area) {
    /** Stands for the outcome where an arm is asked for. */
    public static final int OUTCOME = -1;

    /** Whether it gives the outcome away. */
    public boolean ofOutcome() {
        return arm == OUTCOME;
    }
}
