package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.ortools.LinearModel;
import java.util.Optional;

/**
 * The dual as far as it is known: for each group of customers the largest of the linear functions
 * that its past choices give. Never above the dual.
 *
 * <p>Maximise −Σ (most·p − least·q) − Σ θ over θ_g + Σ use·(p − q) ≥ value, the price of a row
 * being p − q; everything scaled to about one.
 */
final class Cuts implements AutoCloseable {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Crowd crowd;
    private final Scale scale;
    private final LinearModel model = new LinearModel();
    private final int[] up;
    private final int[] down;
    private final int[] theta;

    Cuts(Crowd crowd, Scale scale) {
        this.crowd = crowd;
        this.scale = scale;
        Instance instance = crowd.instance();
        this.up = new int[instance.rows()];
        this.down = new int[instance.rows()];
        this.theta = new int[crowd.groups()];
        for (int row = 0; row < up.length; row++) {
            up[row] = side(row, instance.hasCeiling(row), instance.most(row), -1);
            down[row] = side(row, instance.hasFloor(row), instance.least(row), 1);
        }
        for (int group = 0; group < theta.length; group++) {
            theta[group] = model.column(-INFINITY, INFINITY, -1);
        }
    }

    void add(Evaluation evaluation) {
        for (int group = 0; group < theta.length; group++) {
            Sums sums = evaluation.groups()[group];
            long[] use = crowd.instance().use(sums);
            int cut = model.row(sums.totalValue() / scale.value(), INFINITY);
            model.set(cut, theta[group], 1);
            for (int row = 0; row < use.length; row++) {
                double coefficient = use[row] * unit(row);
                setSide(cut, up[row], coefficient);
                setSide(cut, down[row], -coefficient);
            }
        }
    }

    /** The prices in the box where the known part is lowest; {@code dual} is its value there. */
    Optional<Evaluation> lowest(Box box, Deadline deadline) {
        for (int row = 0; row < up.length; row++) {
            bound(up[row], row, box.low()[row], box.high()[row]);
            bound(down[row], row, -box.high()[row], -box.low()[row]);
        }
        return model.solve(deadline)
                .map(
                        answer ->
                                new Evaluation(
                                        prices(answer.values()),
                                        -answer.objective() * scale.value(),
                                        crowd.instance().noSums(),
                                        new Sums[0]));
    }

    @Override
    public void close() {
        model.close();
    }

    private double unit(int row) {
        return scale.price()[row] / scale.value();
    }

    private int side(int row, boolean exists, long bound, int sign) {
        return exists ? model.column(0, INFINITY, sign * crowd.limit(bound) * unit(row)) : -1;
    }

    private void setSide(int cut, int column, double coefficient) {
        if (column >= 0) {
            model.set(cut, column, coefficient);
        }
    }

    private void bound(int column, int row, double low, double high) {
        if (column >= 0) {
            double size = scale.price()[row];
            model.bound(column, Math.max(0, low) / size, Math.max(0, high) / size);
        }
    }

    private double[] prices(double[] values) {
        double[] prices = new double[up.length];
        for (int row = 0; row < prices.length; row++) {
            double above = up[row] < 0 ? 0 : values[up[row]];
            double below = down[row] < 0 ? 0 : values[down[row]];
            prices[row] = (above - below) * scale.price()[row];
        }
        return prices;
    }
}
