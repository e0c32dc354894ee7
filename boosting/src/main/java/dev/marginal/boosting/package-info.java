/**
 * Boosted trees over customers, and the only place that imports {@code ml.dmlc} (XGBoost4J).
 *
 * <p>{@link dev.marginal.boosting.FeatureMatrix} lays features out as XGBoost reads them, {@link
 * dev.marginal.boosting.TrainingRows} grows a {@link dev.marginal.boosting.Forest}, {@link
 * dev.marginal.boosting.Forests} predicts. Native memory never outlives a call. Knows neither
 * uplift nor value; calls {@code tables} alone.
 *
 * @see <a href="https://doi.org/10.1145/2939672.2939785">Chen and Guestrin (2016), XGBoost</a>
 */
package dev.marginal.boosting;
