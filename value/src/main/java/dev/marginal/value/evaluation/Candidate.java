package dev.marginal.value.evaluation;

import dev.marginal.value.scoring.ValueScores;

/**
 * A model's predictions of a holdout, made from the calibration alone, undiscounted.
 *
 * @param purchases within the holdout, by row of the calibration
 * @param value what they amount to
 */
public record Candidate(String name, double[] purchases, double[] value) {
    /** The predictions of a purchase model and Gamma-Gamma. */
    public Candidate(String name, ValueScores scores) {
        this(name, scores.purchases(), scores.value());
    }
}
