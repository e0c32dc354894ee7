/**
 * Chooses among learners by what their policies are worth at the campaign's own budget: {@link
 * dev.marginal.uplift.choosing.LearnerChoice}. May call the nouns, {@code crossfitting}, {@code
 * propensities} and {@code evaluation}; the learners are given.
 */
package dev.marginal.uplift.choosing;
