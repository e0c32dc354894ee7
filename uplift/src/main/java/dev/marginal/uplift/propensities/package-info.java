/**
 * How customers came to their arms: {@link dev.marginal.uplift.propensities.Assignment} checks the
 * lottery, {@link dev.marginal.uplift.propensities.PropensityModel} estimates what nobody logged.
 * May call {@code uplift.folds}, {@code boosting} and the nouns.
 */
package dev.marginal.uplift.propensities;
