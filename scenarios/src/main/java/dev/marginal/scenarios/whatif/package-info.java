/**
 * What if: a {@link dev.marginal.scenarios.whatif.Scenario} changes what a campaign is asked for, a
 * {@link dev.marginal.scenarios.whatif.PlanningDesk} answers it within moments, and an answer minus
 * the everyday plan's is a {@link dev.marginal.scenarios.whatif.Difference}.
 */
package dev.marginal.scenarios.whatif;
