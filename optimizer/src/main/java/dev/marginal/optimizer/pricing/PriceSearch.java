package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.kernel.Everyone;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.solving.Deadline;
import java.time.Duration;

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
 * customers can choose. The more customers, the smaller the facets: seen from a little farther away
 * D is smooth, its slope is what the choices leave of every limit, and its curvature follows from
 * the customers near indifference. {@link Newton} therefore needs a handful of steps, whatever the
 * number of limits.
 *
 * <p>Few of them are over all customers. A sample gives prices that are right to a few per cent, a
 * larger one to a few thousandths; one reading of everyone gives the last long step, and one more
 * leaves out those whose choice is the same everywhere in a small box around its end ({@link
 * Narrowing}): they are added up once. Within the box the dual of the rest plus that constant is
 * the dual of all, so nothing is lost; where the lowest prices touch the box, a wider one around
 * them is next.
 *
 * <p>Newton stops where single customers are the corners of D. From there the core problem ({@code
 * core.CoreProblem}) finds the exact prices. Where it cannot, as with mass ties of equal customers
 * that leave nothing smooth, cutting planes in a moving box come first ({@link Descent}).
 *
 * @see <a href="https://doi.org/10.1287/mnsc.27.1.1">Fisher (1981), The Lagrangian relaxation
 *     method for solving integer programming problems, Management Science 27(1)</a>
 * @see <a href="https://doi.org/10.1137/0108053">Kelley (1960), The cutting-plane method for
 *     solving convex programs, SIAM Journal 8(4)</a>
 */
public final class PriceSearch {
    private static final int SAMPLE = 50_000;

    /** Campaigns of up to so many customers are looked at whole. */
    public static final int LARGE = 2 * SAMPLE;

    private static final int GROWTH = 16;
    private static final int MOST_SAMPLE = 1_000_000;
    private static final int FEW = 200;
    private static final double FINE = 1e-9;

    /** The first sample takes a fraction of a second and is worth it even when time is up. */
    private static final Deadline UNHURRIED = Deadline.after(Duration.ofDays(36_500));

    private static final double BLUR = 10;

    private final Instance instance;
    private final Workers workers;
    private final Deadline deadline;
    private final Everyone everyone;
    private final Crowd some;
    private final Box signs;
    private final Scale scale;

    public PriceSearch(Instance instance, Workers workers, Deadline deadline) {
        this(Everyone.here(instance, workers), workers, deadline);
    }

    /**
     * The same, wherever the customers' rows are.
     *
     * @param everyone up to twice a sample only if their rows are those of the instance
     */
    public PriceSearch(Everyone everyone, Workers workers, Deadline deadline) {
        this.everyone = everyone;
        this.instance = everyone.instance();
        this.workers = workers;
        this.deadline = deadline;
        this.some = isLarge() ? Crowd.sample(everyone, workers, SAMPLE) : all();
        this.scale = Scale.of(instance, some);
        this.signs = scale.signs(everyone);
    }

    /** The prices of the lowest dual found, with those whose choice could still change. */
    public Near lowest() {
        return lowest(new double[instance.rows()], false);
    }

    /**
     * The same, looking near some prices first.
     *
     * @param start such as the prices of a plan with other limits
     */
    public Near lowestNear(double[] start) {
        return lowest(start, true);
    }

    /**
     * The same by cutting planes, where the dual has corners that many customers share.
     *
     * @param start such as the best prices so far
     */
    public Near lowestByCuts(double[] start) {
        Near near = lowest(start, true);
        Descent descent = new Descent(near.crowd, scale, near.box, FINE, deadline);
        double[] prices = descent.from(near.prices, 0.1).prices();
        return new Near(near.crowd, prices, near.box, near.choices, near.blur);
    }

    private Near lowest(double[] start, boolean known) {
        if (instance.rows() == 0) {
            return isLarge() ? between(start, start) : everyone(start);
        }
        if (instance.everyone() <= FEW) {
            Descent descent = new Descent(some, scale, signs, FINE, deadline);
            return everyone(descent.from(start, 1).prices());
        }
        double[] prices = start;
        double temperature = known ? 0.1 * scale.perCustomer() : scale.perCustomer();
        long most = Math.min(MOST_SAMPLE, instance.everyone() / 2);
        for (long size = SAMPLE; size <= most; size *= GROWTH) {
            Crowd sample =
                    size == SAMPLE && isLarge()
                            ? some
                            : Crowd.sample(everyone, workers, (int) size);
            Scale own = scale.times((double) size / instance.everyone());
            Deadline until = size == SAMPLE ? UNHURRIED : deadline;
            Newton newton = new Newton(sample, own, signs, until);
            if (known || size > SAMPLE) {
                newton.at(temperature);
            }
            prices = newton.from(prices, Integer.MAX_VALUE).prices();
            temperature = newton.temperature();
        }
        if (deadline.passed() && instance.holdsEveryone()) {
            return everyone(prices);
        }
        return isLarge()
                ? new Narrowing(many(), scale, signs, deadline).from(prices, temperature)
                : among(prices, temperature);
    }

    /**
     * Prices that are known to lie in a box, as a search would give them; one pass.
     *
     * @param low signed, one per row
     * @param high alike
     */
    public Near between(double[] low, double[] high) {
        double[] middle = new double[low.length];
        double[] radius = new double[low.length];
        for (int row = 0; row < middle.length; row++) {
            middle[row] = (low[row] + high[row]) / 2;
            radius[row] = (high[row] - low[row]) / 2 * 1.001 + 1e-9 * scale.price()[row];
        }
        Many.Narrowed narrowed = many().unsettled(middle, radius);
        Crowd unsettled = narrowed.crowd();
        Box box = signs.around(middle, radius, 1);
        double temperature = 0.01 * scale.perCustomer();
        Newton newton = new Newton(unsettled, scale, box, deadline).at(temperature);
        double[] prices = newton.from(middle, Integer.MAX_VALUE).prices();
        return new Near(unsettled, prices, box, narrowed.choices(), newton.blur(BLUR));
    }

    private boolean isLarge() {
        return instance.everyone() > LARGE;
    }

    private Many many() {
        return new All(everyone, workers);
    }

    private Crowd all() {
        return Crowd.all(instance, workers);
    }

    private Near everyone(double[] prices) {
        Crowd all = all();
        return new Near(all, prices, signs, all.choices(prices), blurless(prices));
    }

    private Near among(double[] start, double temperature) {
        Newton newton = new Newton(some, scale, signs, deadline).at(temperature);
        double[] prices = newton.from(start, Integer.MAX_VALUE).prices();
        return new Near(some, prices, signs, some.choices(prices), newton.blur(BLUR));
    }

    /** Any price may be off by its own size and more. */
    private double[] blurless(double[] prices) {
        double[] blur = new double[prices.length];
        for (int row = 0; row < blur.length; row++) {
            blur[row] = Math.abs(prices[row]) + scale.price()[row];
        }
        return blur;
    }

    /**
     * Prices near the lowest dual.
     *
     * @param crowd those whose choice may change within the box; for all others {@code choices}
     *     holds anywhere in it
     * @param prices signed, one per row
     * @param box within which the crowd's dual is everyone's
     * @param choices every customer's best set, at the prices or some near them
     * @param blur how far each price may be off as a few customers are indifferent
     */
    public record Near(Crowd crowd, double[] prices, Box box, long[] choices, double[] blur) {}
}
