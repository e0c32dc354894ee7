package dev.marginal.uplift.propensities;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Makes predicted probabilities of arms say what they mean: softmax of slope × log p + shift of the
 * arm, the shift of arm 0 being zero.
 *
 * <p>Slope and shifts minimise the weighted multinomial log loss, plus half the squared distance
 * from (1, 0, …, 0) so that a handful of rows cannot pull them far. The loss is convex; Newton's
 * steps are halved until it falls.
 *
 * @see <a href="https://arxiv.org/abs/1706.04599">Guo et al. (2017), temperature and vector
 *     scaling</a>
 */
final class Calibration {
    private static final int MOST_STEPS = 30;
    private static final double ENOUGH = 1e-10;

    private final double[] parameters;

    private Calibration(double[] parameters) {
        this.parameters = parameters;
    }

    /**
     * Fits slope and shifts on some rows.
     *
     * @param predicted {@code [arm][row]}: probabilities, none zero
     */
    static Calibration of(float[][] predicted, int[] arm, double[] weight, int[] rows) {
        double[] parameters = new double[predicted.length];
        parameters[0] = 1;
        Calibration now = new Calibration(parameters);
        double loss = now.loss(predicted, arm, weight, rows);
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] step = now.newton(predicted, arm, weight, rows);
            Calibration next = now.less(step, 1);
            double nextLoss = next.loss(predicted, arm, weight, rows);
            for (double part = 0.5; nextLoss > loss && part > ENOUGH; part /= 2) {
                next = now.less(step, part);
                nextLoss = next.loss(predicted, arm, weight, rows);
            }
            if (!(nextLoss < loss - ENOUGH * Math.abs(loss))) {
                return now;
            }
            now = next;
            loss = nextLoss;
        }
        return now;
    }

    /** The arms' probabilities of one row. */
    double[] calibrated(float[][] predicted, int row) {
        double[] odds = new double[parameters.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int arm = 0; arm < odds.length; arm++) {
            double shift = arm == 0 ? 0 : parameters[arm];
            odds[arm] = parameters[0] * Math.log(predicted[arm][row]) + shift;
            most = Math.max(most, odds[arm]);
        }
        double sum = 0;
        for (int arm = 0; arm < odds.length; arm++) {
            odds[arm] = Math.exp(odds[arm] - most);
            sum += odds[arm];
        }
        for (int arm = 0; arm < odds.length; arm++) {
            odds[arm] /= sum;
        }
        return odds;
    }

    private Calibration less(double[] step, double part) {
        double[] next = parameters.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] -= part * step[i];
        }
        return new Calibration(next);
    }

    private double loss(float[][] predicted, int[] arm, double[] weight, int[] rows) {
        double loss = 0;
        for (int i = 0; i < parameters.length; i++) {
            loss += square(parameters[i] - (i == 0 ? 1 : 0)) / 2;
        }
        for (int row : rows) {
            loss -= weight[row] * Math.log(calibrated(predicted, row)[arm[row]]);
        }
        return loss;
    }

    private double[] newton(float[][] predicted, int[] arm, double[] weight, int[] rows) {
        int arms = parameters.length;
        double[] gradient = parameters.clone();
        gradient[0] -= 1;
        double[][] hessian = new double[arms][arms];
        for (int i = 0; i < arms; i++) {
            hessian[i][i] = 1;
        }
        for (int row : rows) {
            double[] p = calibrated(predicted, row);
            double mean = 0;
            double square = 0;
            for (int a = 0; a < arms; a++) {
                double log = Math.log(predicted[a][row]);
                mean += p[a] * log;
                square += p[a] * log * log;
            }
            gradient[0] += weight[row] * (mean - Math.log(predicted[arm[row]][row]));
            hessian[0][0] += weight[row] * (square - mean * mean);
            for (int a = 1; a < arms; a++) {
                gradient[a] += weight[row] * (p[a] - (arm[row] == a ? 1 : 0));
                hessian[0][a] += weight[row] * p[a] * (Math.log(predicted[a][row]) - mean);
                hessian[a][0] = hessian[0][a];
                for (int b = 1; b < arms; b++) {
                    hessian[a][b] += weight[row] * p[a] * ((a == b ? 1 : 0) - p[b]);
                }
            }
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(hessian, false))
                .getSolver()
                .solve(new ArrayRealVector(gradient, false))
                .toArray();
    }

    private static double square(double value) {
        return value * value;
    }
}
