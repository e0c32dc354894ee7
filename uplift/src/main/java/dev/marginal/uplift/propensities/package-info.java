/**
 * How customers came to their arms: {@link dev.marginal.uplift.propensities.Assignment} checks the
 * lottery. May call {@code uplift.folds}, {@code uplift.boosting} and the nouns.
 */
package dev.marginal.uplift.propensities;
