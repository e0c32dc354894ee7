package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.kernel.Curvature;
import dev.marginal.optimizer.kernel.Everyone;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;

/** All customers of a large campaign. */
record All(Everyone everyone, Workers workers) implements Many {
    @Override
    public Instance instance() {
        return everyone.instance();
    }

    @Override
    public int rows() {
        return instance().everyone();
    }

    @Override
    public double side(int row, double price) {
        return instance().side(row, price);
    }

    @Override
    public Evaluation at(double[] prices, Curvature curvature) {
        return evaluation(prices, everyone.sums(prices, curvature));
    }

    @Override
    public Narrowed unsettled(double[] middle, double[] radius) {
        Everyone.Open open = everyone.open(middle, radius);
        return new Narrowed(Crowd.of(open, workers), open.choices());
    }
}
