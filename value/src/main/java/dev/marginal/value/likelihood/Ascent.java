package dev.marginal.value.likelihood;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Climbs a likelihood: Nelder and Mead's simplex finds the hill from afar, Newton's method its
 * peak.
 *
 * <p>The simplex needs no slopes and survives the flat ridges of these likelihoods; it is started
 * anew where it ended, since it can shrink before it is there. Newton's steps are halved until they
 * climb. No parameter goes further from its start than its reach. Where the curvature at the end is
 * no peak's, as when a parameter wants to be infinite, the best point found is kept and the gap is
 * {@code NaN}.
 */
final class Ascent {
    private static final int MOST_EVALUATIONS = 3_000;
    private static final int STARTS = 2;
    private static final int MOST_STEPS = 30;
    private static final int MOST_HALVINGS = 12;
    private static final double EDGE = 0.5;
    private static final double ROUGH = 1e-9;
    private static final double FINE = 1e-10;

    private final ToDoubleFunction<double[]> function;
    private final double[] start;
    private final double[] reach;
    private int evaluations;

    private Ascent(ToDoubleFunction<double[]> function, double[] start, double[] reach) {
        this.function = function;
        this.start = start;
        this.reach = reach;
    }

    /** The peak of {@code function} from a start that is near it: by Newton's method alone. */
    static Peak near(ToDoubleFunction<double[]> function, double[] start, double[] reach) {
        return new Ascent(function, start, reach).newton(start);
    }

    /** The peak of {@code function}, of which a change of a parameter by one is large. */
    static Peak of(ToDoubleFunction<double[]> function, double[] start, double[] reach) {
        Ascent ascent = new Ascent(function, start, reach);
        double[] at = start;
        for (int i = 0; i < STARTS; i++) {
            at = ascent.simplex(at, i == 0 ? EDGE : EDGE / 10);
        }
        return ascent.newton(at);
    }

    private double value(double[] at) {
        evaluations++;
        for (int i = 0; i < at.length; i++) {
            if (Math.abs(at[i] - start[i]) > reach[i]) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        double value = function.applyAsDouble(at);
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    private double[] simplex(double[] from, double edge) {
        double[] edges = new double[from.length];
        Arrays.fill(edges, edge);
        double[][] best = {from};
        double[] highest = {Double.NEGATIVE_INFINITY};
        MultivariateFunction watched =
                at -> {
                    double value = value(at);
                    if (value > highest[0]) {
                        highest[0] = value;
                        best[0] = at.clone();
                    }
                    return value;
                };
        try {
            new SimplexOptimizer(new SimpleValueChecker(ROUGH, ROUGH))
                    .optimize(
                            new ObjectiveFunction(watched),
                            GoalType.MAXIMIZE,
                            new InitialGuess(from),
                            new NelderMeadSimplex(edges),
                            new MaxEval(MOST_EVALUATIONS));
        } catch (TooManyEvaluationsException far) {
            return best[0];
        }
        return best[0];
    }

    private Peak newton(double[] from) {
        double[] at = from;
        for (int step = 0; step < MOST_STEPS; step++) {
            Curvature here = Curvature.of(this::value, at);
            RealMatrix covariance = covariance(here);
            if (covariance == null) {
                double[] unknown = new double[at.length];
                Arrays.fill(unknown, Double.NaN);
                return new Peak(at, here.value(), unknown, evaluations, Double.NaN);
            }
            RealVector slope = new ArrayRealVector(here.slope());
            RealVector move = covariance.operate(slope);
            double gap = move.dotProduct(slope) / 2;
            double[] next = gap < FINE ? null : climbed(at, here.value(), move);
            if (next == null || step == MOST_STEPS - 1) {
                return new Peak(at, here.value(), errors(covariance), evaluations, gap);
            }
            at = next;
        }
        throw new IllegalStateException("The last step returns.");
    }

    /** A higher point along the move, or null. */
    private double[] climbed(double[] at, double value, RealVector move) {
        double share = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] next = new ArrayRealVector(at).combineToSelf(1, share, move).toArray();
            if (value(next) > value) {
                return next;
            }
            share /= 2;
        }
        return null;
    }

    /** The inverse observed information, or null where the curvature is no peak's. */
    private static RealMatrix covariance(Curvature here) {
        RealMatrix information = new Array2DRowRealMatrix(here.hessian()).scalarMultiply(-1);
        if (!Double.isFinite(information.getNorm())) {
            return null;
        }
        try {
            return new CholeskyDecomposition(information).getSolver().getInverse();
        } catch (NonPositiveDefiniteMatrixException ridge) {
            return null;
        }
    }

    private static double[] errors(RealMatrix covariance) {
        double[] errors = new double[covariance.getRowDimension()];
        Arrays.setAll(errors, i -> Math.sqrt(covariance.getEntry(i, i)));
        return errors;
    }
}
