/**
 * Numbers for a ranking of customers, each under the name of the convention it follows, and {@link
 * dev.marginal.uplift.evaluation.Evaluator}, which puts them beside simple rankings with intervals.
 *
 * <p>Libraries give one name to different numbers: the "Qini" of one ranking differs tenfold
 * between scikit-uplift, causalml and upliftml. Here {@link
 * dev.marginal.uplift.evaluation.ScikitUplift}, {@link dev.marginal.uplift.evaluation.CausalMl},
 * {@link dev.marginal.uplift.evaluation.UpliftMl}, {@link dev.marginal.uplift.evaluation.CostCurve}
 * and {@link dev.marginal.uplift.evaluation.RankAverage} are pure functions of an experiment and a
 * ranking. Customers with equal scores count as one point unless a ranking says otherwise. May call
 * the nouns only.
 */
package dev.marginal.uplift.evaluation;
