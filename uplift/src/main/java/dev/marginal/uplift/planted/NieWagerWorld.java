package dev.marginal.uplift.planted;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.log1p;
import static java.lang.StrictMath.sin;

import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The four simulated trials by which learners of effects are usually compared: one treatment, an
 * outcome {@code b(x) + (w − ½) τ(x) + ε} with standard normal noise, so that it can be negative,
 * and a share e(x) of treated customers (Nie and Wager 2021, <a
 * href="https://doi.org/10.1093/biomet/asaa076">doi:10.1093/biomet/asaa076</a>).
 *
 * <p>Six features x1 … x6, of which the last never matters. Row i is drawn from the seed and i
 * alone.
 */
public enum NieWagerWorld {
    /** Uniform features, a hard outcome, an easy effect (x1 + x2) / 2, confounded. */
    A(
            true,
            x -> wave(x) + 2 * (x[2] - 0.5) * (x[2] - 0.5) + x[3] + 0.5 * x[4],
            x -> (x[0] + x[1]) / 2,
            x -> Math.min(0.9, Math.max(0.1, wave(x)))),
    /** Normal features, randomised half and half, effect x1 + log(1 + e^x2). */
    B(
            false,
            x -> Math.max(Math.max(0, x[0] + x[1]), x[2]) + Math.max(0, x[3] + x[4]),
            x -> x[0] + log1p(exp(x[1])),
            x -> 0.5),
    /** Normal features, an easy share, a hard outcome, and the same effect of 1 for everybody. */
    C(false, x -> 2 * log1p(exp(x[0] + x[1] + x[2])), x -> 1, x -> 1 / (1 + exp(x[1] + x[2]))),
    /** Normal features; treated and control have nothing in common; confounded. */
    D(
            false,
            x -> (left(x) + right(x)) / 2,
            x -> left(x) - right(x),
            x -> 1 / (1 + exp(-x[0]) + exp(-x[1])));

    /** The only treatment. */
    public static final String TREATMENT = "treated";

    private static final int FEATURES = 6;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long AUDIENCE = 0x5DEECE66DL;
    private static final NormalDistribution NOISE = new NormalDistribution(null, 0, 1);

    private final boolean uniform;
    private final ToDoubleFunction<double[]> middle;
    private final ToDoubleFunction<double[]> effect;
    private final ToDoubleFunction<double[]> share;

    NieWagerWorld(
            boolean uniform,
            ToDoubleFunction<double[]> middle,
            ToDoubleFunction<double[]> effect,
            ToDoubleFunction<double[]> share) {
        this.uniform = uniform;
        this.middle = middle;
        this.effect = effect;
        this.share = share;
    }

    /** People to predict for, none of whom is in the history of the same seed. */
    public PlantedCustomers audience(long seed, int rows) {
        return truth(features(seed, rows, AUDIENCE));
    }

    /** A trial that has been run, with its propensities logged. */
    public PlantedHistory history(long seed, int rows) {
        double[][] x = features(seed, rows, 0);
        int[] arm = new int[rows];
        double[] outcome = new double[rows];
        double[] propensity = new double[rows];
        for (int row = 0; row < rows; row++) {
            SplittableRandom random = random(seed ^ SPREAD, row, 0);
            double treated = share.applyAsDouble(x[row]);
            arm[row] = random.nextDouble() < treated ? 1 : 0;
            propensity[row] = arm[row] == 1 ? treated : 1 - treated;
            outcome[row] = mean(x[row], arm[row]) + Normals.draw(random);
        }
        double[] weight = new double[rows];
        Arrays.fill(weight, 1);
        PlantedCustomers truth = truth(x);
        CampaignHistory history =
                new CampaignHistory(
                        truth.customers(),
                        List.of(TREATMENT),
                        arm,
                        outcome,
                        weight,
                        propensity,
                        IntStream.range(0, rows).toArray(),
                        "nie-wager-" + this + "-" + Long.toHexString(seed) + "-" + rows);
        return new PlantedHistory(history, truth);
    }

    private double mean(double[] x, int arm) {
        return middle.applyAsDouble(x) + (arm - 0.5) * effect.applyAsDouble(x);
    }

    private double[][] features(long seed, int rows, long purpose) {
        Requires.positive(rows, "rows");
        double[][] x = new double[rows][FEATURES];
        for (int row = 0; row < rows; row++) {
            SplittableRandom random = random(seed, row, purpose);
            Arrays.setAll(x[row], i -> uniform ? random.nextDouble() : Normals.draw(random));
        }
        return x;
    }

    private PlantedCustomers truth(double[][] x) {
        double[] uplift = new double[x.length];
        double[] orders = new double[x.length];
        double[] baseline = new double[x.length];
        for (int row = 0; row < x.length; row++) {
            uplift[row] = effect.applyAsDouble(x[row]);
            baseline[row] = mean(x[row], 0);
            orders[row] = NOISE.cumulativeProbability(mean(x[row], 1));
        }
        return new PlantedCustomers(
                customers(x), new double[][] {uplift}, new double[][] {orders}, baseline);
    }

    private static Customers customers(double[][] x) {
        List<Column> columns = new ArrayList<>();
        for (int feature = 0; feature < FEATURES; feature++) {
            float[] values = new float[x.length];
            for (int row = 0; row < x.length; row++) {
                values[row] = (float) x[row][feature];
            }
            columns.add(new NumberColumn("x" + (feature + 1), values));
        }
        return new Customers(x.length, columns);
    }

    private static SplittableRandom random(long seed, int row, long purpose) {
        return new SplittableRandom((seed * SPREAD ^ purpose) + row * 0xD1B54A32D192ED03L);
    }

    private static double wave(double[] x) {
        return sin(Math.PI * x[0] * x[1]);
    }

    private static double left(double[] x) {
        return Math.max(0, x[0] + x[1] + x[2]);
    }

    private static double right(double[] x) {
        return Math.max(0, x[3] + x[4]);
    }
}
