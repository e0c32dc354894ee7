/**
 * Scores every history row with a model that never saw it, so that evaluation and forecasts are
 * honest: {@link dev.marginal.uplift.crossfitting.CrossFitting}. May call {@code uplift.folds},
 * {@code uplift.propensities} and the nouns; the learner is given.
 */
package dev.marginal.uplift.crossfitting;
