/**
 * One campaign: what it wants, what it knows, and the plan that follows.
 *
 * <p>{@link dev.marginal.scenarios.planning.PlanningJob} is the whole pipeline. {@link
 * dev.marginal.scenarios.Valuation} is the only place where uplift becomes money. The packages
 * below read the campaign file, run the everyday job from files to a published plan folder, audit
 * such a folder, and make campaigns whose truth is known. This module calls {@code tables}, {@code
 * uplift} and {@code optimizer}.
 */
package dev.marginal.scenarios;
