package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.kernel.Curvature;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.solving.Deadline;
import java.util.Arrays;

/**
 * Newton's method on the dual: its slope is what the choices leave of every limit, its curvature
 * comes from the customers nearest to indifference ({@link Curvature}).
 *
 * <p>The more customers, the smoother the dual, and the fewer steps: a step from prices that are
 * right to a tenth gives prices that are right to a hundredth, whatever the number of limits. The
 * temperature follows the steps down. Steps are damped (Levenberg, Marquardt) where the dual does
 * not fall as promised, and end where the promise is less than what single customers are worth:
 * there the dual has corners, and the core problem takes over.
 *
 * @see <a href="https://doi.org/10.1137/0320018">Bertsekas (1982), Projected Newton methods for
 *     optimization problems with simple constraints, SIAM Journal on Control 20(2)</a>
 */
final class Newton {
    private static final int MOST_STEPS = 60;
    private static final int MOST_FAILURES = 8;
    private static final double NEAR_PER_ROW = 60;
    private static final double NEAR = 400;
    private static final double DAMPING = 1e-6;

    /** A row is far from its limits if it has so many times more to spare than it may be off. */
    private static final double SPARE = 40;

    /** Parts of the most that a price may be off, which it may be off whatever the slope. */
    private static final double IDLE = 0.02;

    private static final double BUSY = 1e-7;

    private final Many crowd;
    private final Instance instance;
    private final Box outer;
    private final Deadline deadline;
    private final double[] unit;
    private final double each;
    private final double enough;
    private double temperature;
    private double damping;
    private Evaluation best;
    private Curvature curvature;

    /** A search on a crowd whose row prices stay in {@code outer}. */
    Newton(Many crowd, Scale scale, Box outer, Deadline deadline) {
        this.crowd = crowd;
        this.instance = crowd.instance();
        this.outer = outer;
        this.deadline = deadline;
        this.each = scale.perCustomer();
        this.unit = scale.unit();
        this.enough = 0.004 * each * Math.max(1, unit.length);
        this.temperature = each;
        this.damping = 1;
    }

    /** Starts narrower, where the prices are nearly right already. */
    Newton at(double temperature) {
        this.temperature = temperature;
        this.damping = DAMPING;
        return this;
    }

    /** The lowest dual found from {@code start} on in at most {@code steps} steps. */
    Evaluation from(double[] start, int steps) {
        evaluate(outer.clip(start));
        int failures = 0;
        for (int step = 0; step < Math.min(steps, MOST_STEPS) && !deadline.passed(); step++) {
            BoxedQuadratic model = model();
            double[] move = model.lowest();
            double promise = model.promise(move);
            if (!(promise > enough) || failures > MOST_FAILURES) {
                break;
            }
            boolean lower = step(move, promise);
            failures = lower ? 0 : failures + 1;
        }
        return best;
    }

    /** The step that the curvature proposes at the best prices, in prices. */
    double[] move() {
        return inPrices(model().lowest());
    }

    private double[] inPrices(double[] move) {
        double[] step = new double[move.length];
        for (int row = 0; row < step.length; row++) {
            step[row] = move[row] / unit[row];
        }
        return step;
    }

    double temperature() {
        return temperature;
    }

    /**
     * For each row, how far its price may be off where the slope is right only to this many
     * customers in every row; little for rows that have far more than that to spare.
     */
    double[] blur(double customers) {
        double[] each = new double[unit.length];
        Arrays.fill(each, customers);
        return blur(each);
    }

    /** The same where it is right to other numbers of customers in every row. */
    double[] blur(double[] customers) {
        int rows = unit.length;
        long[] use = instance.use(best.total());
        double[][] matrix = damped();
        boolean[] idle = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            idle[row] = isIdle(row, use[row], SPARE * customers[row] * unit[row]);
            if (idle[row]) {
                for (int other = 0; other < rows; other++) {
                    matrix[row][other] = 0;
                    matrix[other][row] = 0;
                }
                matrix[row][row] = Double.MAX_VALUE;
            }
        }
        Cholesky factor = Cholesky.of(matrix);
        double[] blur = new double[rows];
        for (int row = 0; row < rows; row++) {
            double[] one = new double[rows];
            one[row] = 1;
            double sum = 0;
            double[] moves = factor.solve(one);
            for (int other = 0; other < rows; other++) {
                sum += moves[other] * customers[other] * moves[other] * customers[other];
            }
            double most = 0.2 * Math.abs(best.prices()[row]) + 0.01 * each / unit[row];
            double least = (idle[row] ? IDLE : BUSY) * most;
            blur[row] = Math.min(most, Math.sqrt(sum) / unit[row] + least);
        }
        return blur;
    }

    /** Whether the row has no price and is far from needing one. */
    private boolean isIdle(int row, long use, double far) {
        boolean below = !instance.hasCeiling(row) || crowd.side(row, 1) - use > far;
        boolean above = !instance.hasFloor(row) || use - crowd.side(row, -1) > far;
        return best.prices()[row] == 0 && below && above;
    }

    private boolean step(double[] move, double promise) {
        Evaluation before = best;
        Curvature beforeCurvature = curvature;
        double old = temperature;
        double near = temperature * wanted() / Math.max(1, curvature.near());
        temperature = Math.min(4 * old, Math.max(old / 10, Math.max(0.5 * shift(move), near)));
        evaluate(after(inPrices(move)));
        double gained = before.dual() - best.dual();
        if (gained > 0) {
            damping = gained > 0.5 * promise ? Math.max(DAMPING, damping / 10) : damping * 2;
            return true;
        }
        best = before;
        curvature = beforeCurvature;
        damping = Math.max(1e-3, damping * 10);
        return false;
    }

    private double wanted() {
        return NEAR + NEAR_PER_ROW * unit.length;
    }

    private void evaluate(double[] prices) {
        curvature = new Curvature(instance, unit, temperature);
        best = crowd.at(prices, curvature);
    }

    /** About how far a step moves one send's reduced value. */
    private double shift(double[] move) {
        long[] use = instance.use(best.total());
        double sends = 1;
        for (long count : best.total().sends()) {
            sends += count;
        }
        double shift = 0;
        for (int row = 0; row < move.length; row++) {
            shift += Math.abs(move[row] / unit[row] * use[row]);
        }
        return shift / sends;
    }

    /** How the dual rises with each price, in units; 0 where it cannot fall either way. */
    private double[] slope() {
        long[] use = instance.use(best.total());
        double[] slope = new double[unit.length];
        for (int row = 0; row < slope.length; row++) {
            double price = best.prices()[row];
            double above = instance.hasCeiling(row) ? crowd.side(row, 1) : Double.POSITIVE_INFINITY;
            double below = instance.hasFloor(row) ? crowd.side(row, -1) : Double.NEGATIVE_INFINITY;
            double side =
                    price > 0
                            ? above
                            : price < 0 ? below : Math.min(above, Math.max(below, use[row]));
            slope[row] = (side - use[row]) / unit[row];
        }
        return slope;
    }

    /** The dual near the best prices: its slope, its damped curvature, and the sides of the box. */
    private BoxedQuadratic model() {
        double[] slope = slope();
        double[] low = new double[slope.length];
        double[] high = new double[slope.length];
        for (int row = 0; row < slope.length; row++) {
            double price = best.prices()[row];
            boolean above = price > 0 || price == 0 && slope[row] < 0;
            boolean below = price < 0 || price == 0 && slope[row] > 0;
            double lowest = above ? Math.max(0, outer.low()[row]) : outer.low()[row];
            double highest = below ? Math.min(0, outer.high()[row]) : outer.high()[row];
            low[row] = above || below ? Math.min(0, (lowest - price) * unit[row]) : 0;
            high[row] = above || below ? Math.max(0, (highest - price) * unit[row]) : 0;
        }
        return new BoxedQuadratic(damped(), slope, low, high);
    }

    private double[][] damped() {
        int rows = unit.length;
        double typical = 0.1 * crowd.rows() / each;
        double mean = 1e-12;
        for (int row = 0; row < rows; row++) {
            mean += curvature.at(row, row) / rows;
        }
        double[][] matrix = new double[rows][rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < rows; column++) {
                matrix[row][column] = curvature.at(row, column);
            }
            matrix[row][row] += damping * Math.max(matrix[row][row], typical) + 1e-6 * mean;
        }
        return matrix;
    }

    /** The prices that a step leads to. */
    double[] after(double[] step) {
        double[] prices = new double[step.length];
        for (int row = 0; row < prices.length; row++) {
            prices[row] = best.prices()[row] + step[row];
        }
        return outer.clip(prices);
    }
}
