/**
 * Looks into a model: {@link dev.marginal.uplift.inspection.Inspector} says which features decide
 * the effect and what the experiment measured in which segment; {@link
 * dev.marginal.uplift.inspection.Drifts} says how far other customers differ from the history's.
 * May call {@code boosting} and the nouns.
 */
package dev.marginal.uplift.inspection;
