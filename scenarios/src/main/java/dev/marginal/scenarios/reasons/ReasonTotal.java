package dev.marginal.scenarios.reasons;

import dev.marginal.scenarios.NotSent;

/**
 * How often a reason kept an offer from a customer, and what that forgoes.
 *
 * @param sends pairs of customer and offer
 * @param forgoneMicros sum of their values in micro-units, those below zero counting nothing
 */
public record ReasonTotal(NotSent reason, long sends, long forgoneMicros) {}
