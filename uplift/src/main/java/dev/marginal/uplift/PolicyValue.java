package dev.marginal.uplift;

/**
 * What a policy, applied to rows whose outcomes it never saw, would have brought per customer.
 *
 * <p>A policy π gives each row a treatment or nothing, perhaps by chance. With the doubly robust
 * effect Γ<sub>a</sub> of {@link OutOfFoldScores}, arm t, outcome y and propensity p of a row, and
 * weighted means over all rows:
 *
 * <ul>
 *   <li>{@code value}: mean of Σ<sub>a</sub> π(a) (Γ<sub>a</sub> − r cost<sub>a</sub>), where r is
 *       {@link Spending#leastReturn()}
 *   <li>{@code ips}: mean of y (π(t) − 1[t=0]) / p
 *   <li>{@code selfNormalised}: mean of y by weights π(t) / p, less mean of y by weights 1[t=0] / p
 *       (Hájek)
 * </ul>
 *
 * @param policy {@code model}, {@code random}, {@code average effect}, {@code outcome model},
 *     {@code best single feature}, or a rival learner's name
 * @param treatedShare share of the customers who get a treatment
 * @param expectedCost what it spends, as the model expects; currency per customer
 * @param realisedCost what it spends, doubly robust from the history's realised costs; {@code NaN}
 *     where the history has none
 * @param value incremental GMV less least return × cost; the judge of models
 * @param outcome GMV under the policy, doubly robust: what the customers bring without treatment
 *     and the policy's increment
 * @param ips incremental GMV by inverse propensities
 * @param selfNormalised incremental GMV by self-normalised inverse propensities
 */
public record PolicyValue(
        String policy,
        double treatedShare,
        double expectedCost,
        Interval realisedCost,
        Interval value,
        Interval outcome,
        double ips,
        double selfNormalised) {}
