package dev.marginal.value.evaluation;

import dev.marginal.value.scoring.ValueScores;

/**
 * A model's predictions of a holdout, made from the calibration alone.
 *
 * @param scores undiscounted, over the holdout's length
 */
public record Candidate(String name, ValueScores scores) {}
