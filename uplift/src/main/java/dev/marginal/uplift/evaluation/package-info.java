/**
 * What scores are worth: {@link dev.marginal.uplift.evaluation.Evaluator} judges the policy that
 * follows them at the campaign's own budget, and puts every ranking metric beside simple rankings,
 * all with intervals; {@link dev.marginal.uplift.evaluation.Trial} compares learners.
 *
 * <p>Libraries give one name to different numbers: the "Qini" of one ranking differs tenfold
 * between scikit-uplift, causalml and upliftml. So each number goes by its convention:
 *
 * <ul>
 *   <li>{@code qini.sklift}, {@code uplift.sklift}: on orders, 0 is random, 1 perfect
 *   <li>{@code uplift@10.sklift}, {@code uplift@30.sklift}, {@code uplift@10.by_group.sklift},
 *       {@code uplift@30.by_group.sklift}, {@code weighted_average_uplift.sklift}: GMV per customer
 *   <li>{@code auuc.causalml} (random is 0.5), {@code qini.causalml} (random is 0): on GMV, over
 *       the size of the overall effect
 *   <li>{@code auuc.upliftml} (random is half the average effect), {@code qini.upliftml}: GMV per
 *       customer
 *   <li>{@code qini.grf}, {@code autoc.grf}: doubly robust GMV per customer
 *   <li>{@code aucc.trapezoid}, {@code aucc.dfcl}: GMV over realised cost, where the history has
 *       costs; random is near 0.5; ranked by uplift over expected cost
 *   <li>{@code euce.dr}: calibration error, see {@link dev.marginal.uplift.Evaluation.Calibration}
 * </ul>
 *
 * <p>{@link dev.marginal.uplift.evaluation.ScikitUplift}, {@link
 * dev.marginal.uplift.evaluation.UpliftAtShare}, {@link dev.marginal.uplift.evaluation.CausalMl},
 * {@link dev.marginal.uplift.evaluation.CausalMlRate}, {@link
 * dev.marginal.uplift.evaluation.UpliftMl}, {@link dev.marginal.uplift.evaluation.CostCurve} and
 * {@link dev.marginal.uplift.evaluation.RankAverage} are pure functions of an experiment and a
 * ranking. Customers with equal scores count as one point unless a ranking says otherwise. May call
 * the nouns and {@code propensities}.
 */
package dev.marginal.uplift.evaluation;
