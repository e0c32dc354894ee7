/**
 * A campaign's history in, who is moved by what out, and how sure we are.
 *
 * <p>One door, one verb, two nouns: {@link dev.marginal.uplift.UpliftLearner#fit} turns a {@link
 * dev.marginal.uplift.CampaignHistory} into an {@link dev.marginal.uplift.UpliftModel}, and {@link
 * dev.marginal.uplift.UpliftModel#score} turns {@link dev.marginal.uplift.Customers} into {@link
 * dev.marginal.uplift.UpliftScores}. This module speaks of treatments and outcomes; it knows
 * neither offers nor budgets. It calls {@code tables} and {@code boosting} and nothing else of
 * Marginal.
 */
package dev.marginal.uplift;
