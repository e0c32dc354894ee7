/**
 * Why customers are not sent what they are not sent, as {@code not_sent.csv} and in sums.
 *
 * <p>{@link dev.marginal.scenarios.reasons.Reasons} is the door.
 */
package dev.marginal.scenarios.reasons;
