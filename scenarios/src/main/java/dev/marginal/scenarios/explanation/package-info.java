/**
 * One customer's story in a plan: what each offer was worth, what was chosen, and what would have
 * changed that.
 *
 * <p>{@link dev.marginal.scenarios.explanation.Explainer} is the door, {@link
 * dev.marginal.scenarios.explanation.Explanation} what comes out of it.
 */
package dev.marginal.scenarios.explanation;
