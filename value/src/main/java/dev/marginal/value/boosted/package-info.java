/**
 * A value model that learns from customers' columns as well as from their past: boosted trees that
 * are shown customers as of an earlier day and what they bought after it.
 *
 * <p>{@link dev.marginal.value.boosted.BoostedLearner} grows a {@link
 * dev.marginal.value.boosted.BoostedModel}; {@link dev.marginal.value.boosted.FeatureFile} reads
 * customers' columns for either. May call {@code boosting}, {@code value.log}, {@code
 * value.scoring} and the nouns.
 */
package dev.marginal.value.boosted;
