package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.Evaluation.Calibration;
import dev.marginal.uplift.Interval;
import java.util.Arrays;

/** Whether scores are as large as doubly robust effects. */
final class Calibrations {
    private Calibrations() {}

    static Calibration of(Sample sample, int treatment, Ranking ranking) {
        float[] score = sample.outOfFold().scores().uplift()[treatment];
        float[] effect = sample.outOfFold().effect()[treatment];
        double[] weight = sample.weight();
        return new Calibration(
                mean(score, weight),
                slope(new float[][] {score}, new float[][] {effect}, weight, sample.clusters()),
                error(score, effect, weight, ranking, 10),
                error(score, effect, weight, ranking, 100));
    }

    /**
     * The slope of effects on scores, with an intercept for each column; its interval comes from
     * the customers' summed influence.
     *
     * @param score {@code [column][row]}
     * @param effect of the same cells
     */
    static Interval slope(float[][] score, float[][] effect, double[] weight, Clusters clusters) {
        double product = 0;
        double square = 0;
        double[] meanScore = new double[score.length];
        double[] meanEffect = new double[score.length];
        for (int column = 0; column < score.length; column++) {
            meanScore[column] = mean(score[column], weight);
            meanEffect[column] = mean(effect[column], weight);
            for (int row = 0; row < weight.length; row++) {
                double x = score[column][row] - meanScore[column];
                product += weight[row] * x * (effect[column][row] - meanEffect[column]);
                square += weight[row] * x * x;
            }
        }
        double slope = spread(square, meanScore, weight) ? product / square : Double.NaN;
        double[] influence = new double[weight.length];
        for (int column = 0; column < score.length; column++) {
            for (int row = 0; row < weight.length; row++) {
                double x = score[column][row] - meanScore[column];
                double rest = effect[column][row] - meanEffect[column] - slope * x;
                influence[row] += x * rest / square;
            }
        }
        return clusters.sum(slope, influence, weight);
    }

    /** Whether scores differ by more than rounding. */
    private static boolean spread(double square, double[] means, double[] weight) {
        double size = Arrays.stream(means).map(mean -> mean * mean).sum();
        double weights = Arrays.stream(weight).sum();
        return square > 1e-12 * weights * size;
    }

    /** {@code euce.dr}: the mean of |mean effect − mean score| over groups of equal weight. */
    static double error(
            float[] score, float[] effect, double[] weight, Ranking ranking, int groups) {
        int[] ends = WeightedGroups.ends(weight, ranking, groups);
        double error = 0;
        double weights = 0;
        for (int group = 0; group < groups; group++) {
            double gap = 0;
            for (int place = ends[group]; place < ends[group + 1]; place++) {
                int row = ranking.row(place);
                gap += weight[row] * ((double) effect[row] - score[row]);
                weights += weight[row];
            }
            error += Math.abs(gap);
        }
        return error / weights;
    }

    private static double mean(float[] values, double[] weight) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < weight.length; row++) {
            sum += weight[row] * values[row];
            weights += weight[row];
        }
        return sum / weights;
    }
}
