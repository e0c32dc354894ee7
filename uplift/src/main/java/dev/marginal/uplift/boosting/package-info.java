/**
 * Boosted trees over customers, and the only place that imports {@code ml.dmlc} (XGBoost4J).
 *
 * <p>{@link dev.marginal.uplift.boosting.FeatureMatrix} lays features out as XGBoost reads them,
 * {@link dev.marginal.uplift.boosting.TrainingRows} grows a {@link
 * dev.marginal.uplift.boosting.Forest}, {@link dev.marginal.uplift.boosting.Forests} predicts.
 * Native memory never outlives a call. May call the nouns of {@code uplift} and {@code tables}.
 *
 * @see <a href="https://doi.org/10.1145/2939672.2939785">Chen and Guestrin (2016), XGBoost</a>
 */
package dev.marginal.uplift.boosting;
