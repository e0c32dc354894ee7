package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.solving.Deadline;

/**
 * Finds the prices of shared limits at which the best plan can be worth least.
 *
 * <h2>The dual</h2>
 *
 * <p>A plan gives every customer i an admissible set S_i, is worth Σ v(S_i) and uses Σ a_j(S_i) of
 * limit j. Let every unit of limit j cost a price λ_j instead of being limited: λ_j ≥ 0 for a
 * ceiling, λ_j ≤ 0 for a floor. Then customers no longer know of each other, and
 *
 * <pre>{@code D(λ) = Σ_j λ_j b_j + Σ_i max over admissible S of [ v(S) − Σ_j λ_j a_j(S) ]}</pre>
 *
 * <p>where b_j is the ceiling if λ_j > 0 and the floor if λ_j < 0.
 *
 * <h2>Why it is a bound</h2>
 *
 * <p>A plan that keeps every limit has λ_j (b_j − use_j) ≥ 0 for each j: a ceiling is not passed, a
 * floor is. So value ≤ value + Σ_j λ_j (b_j − use_j) = Σ_j λ_j b_j + Σ_i [v(S_i) − Σ_j λ_j
 * a_j(S_i)] ≤ D(λ), whatever λ. The lowest D is the bound of the linear relaxation over the convex
 * hulls of the customers' sets, and at n customers and m limits no more than about m customers'
 * worth above the best plan.
 *
 * <h2>How it is minimised</h2>
 *
 * <p>D is convex and piecewise linear, with one dimension per limit and one facet per way the
 * customers can choose. Every pass over the customers gives one such facet for each group of them;
 * the next prices minimise the facets seen so far within a moving box ({@link Descent}). That needs
 * neither a step length nor smoothness, and ends exactly where mass ties of equal customers leave
 * nothing smooth.
 *
 * <p>Most passes are not over all customers. A sample gives prices that are right to a few per
 * cent; a box around them is searched on all customers, but those whose choice is the same
 * everywhere in the box are added up once and left out ({@code Pass.unsettled}). Where the lowest
 * prices touch the box, a wider box around them is next. Nothing is lost: within the box the dual
 * of the rest plus the constant is the dual of all.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.27.1.1">Fisher (1981), The Lagrangian relaxation
 *     method for solving integer programming problems, Management Science 27(1)</a>
 * @see <a href="https://doi.org/10.1137/0108053">Kelley (1960), The cutting-plane method for
 *     solving convex programs, SIAM Journal 8(4)</a>
 */
public final class PriceSearch {
    private static final int SAMPLE = 20_000;
    private static final int MOST_BOXES = 20;
    private static final double ROUGH = 1e-6;
    private static final double FINE = 1e-9;

    private final Instance instance;
    private final Workers workers;
    private final Deadline deadline;
    private final Crowd all;
    private final Box signs;
    private final Scale scale;

    public PriceSearch(Instance instance, Workers workers, Deadline deadline) {
        this.instance = instance;
        this.workers = workers;
        this.deadline = deadline;
        this.all = Crowd.all(instance, workers);
        this.signs = Scale.signs(instance);
        this.scale = Scale.of(instance, all);
    }

    /** Prices per row, signed, in micro-units of value per send or micro-unit of cost. */
    public double[] lowest() {
        double[] start = new double[instance.rows()];
        if (instance.rows() == 0) {
            return start;
        }
        if (instance.customers() <= 2 * SAMPLE) {
            return new Descent(all, scale, signs, FINE, deadline).from(start, 1).prices();
        }
        return around(sampled(start));
    }

    /** For each row, the order of magnitude of any price it may have. */
    public double[] sizes() {
        return scale.price().clone();
    }

    private double[] sampled(double[] start) {
        Crowd sample = Crowd.sample(instance, workers, SAMPLE);
        Scale own = scale.times((double) SAMPLE / instance.customers());
        return new Descent(sample, own, signs, ROUGH, deadline).from(start, 1).prices();
    }

    private double[] around(double[] start) {
        double[] prices = start;
        double wide = 0.05;
        for (int box = 0; box < MOST_BOXES && !deadline.passed(); box++) {
            Box near = signs.around(prices, reach(prices), wide);
            Crowd unsettled = all.within(near, prices);
            prices =
                    new Descent(unsettled, scale, near, FINE, deadline)
                            .from(prices, 0.1 * wide)
                            .prices();
            if (!near.cuts(prices, signs)) {
                return prices;
            }
            wide *= 3;
        }
        return prices;
    }

    private double[] reach(double[] prices) {
        double[] reach = new double[prices.length];
        for (int row = 0; row < reach.length; row++) {
            reach[row] = Math.abs(prices[row]) + 0.1 * scale.price()[row];
        }
        return reach;
    }
}
