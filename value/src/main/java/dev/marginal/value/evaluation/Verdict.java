package dev.marginal.value.evaluation;

/**
 * What a holdout says of models.
 *
 * @param evaluation their figures
 * @param curves what there is to draw
 */
public record Verdict(ValueEvaluation evaluation, ValueCurves curves) {}
