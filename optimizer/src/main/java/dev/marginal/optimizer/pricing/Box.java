package dev.marginal.optimizer.pricing;

/** Prices between two corners, row by row. */
public record Box(double[] low, double[] high) {
    /** The prices within {@code radius} of a centre that lie in this box too. */
    public Box around(double[] centre, double[] radius, double times) {
        double[] lows = new double[low.length];
        double[] highs = new double[low.length];
        for (int row = 0; row < low.length; row++) {
            lows[row] = Math.max(low[row], centre[row] - radius[row] * times);
            highs[row] = Math.min(high[row], centre[row] + radius[row] * times);
        }
        return new Box(lows, highs);
    }

    /** Whether prices touch a side of this box that is not a side of {@code outer}. */
    public boolean cuts(double[] prices, Box outer) {
        for (int row = 0; row < low.length; row++) {
            double near = 1e-6 * (high[row] - low[row]);
            boolean below = low[row] > outer.low[row] && prices[row] <= low[row] + near;
            boolean above = high[row] < outer.high[row] && prices[row] >= high[row] - near;
            if (below || above) {
                return true;
            }
        }
        return false;
    }

    /** Whether prices touch a side of this box other than zero, where they would change sign. */
    public boolean holdsBack(double[] prices) {
        for (int row = 0; row < low.length; row++) {
            double near = 1e-6 * (high[row] - low[row]);
            boolean below = low[row] != 0 && prices[row] <= low[row] + near;
            boolean above = high[row] != 0 && prices[row] >= high[row] - near;
            if (below || above) {
                return true;
            }
        }
        return false;
    }

    /** The nearest prices in the box. */
    public double[] clip(double[] prices) {
        double[] clipped = new double[prices.length];
        for (int row = 0; row < prices.length; row++) {
            clipped[row] = Math.min(high[row], Math.max(low[row], prices[row]));
        }
        return clipped;
    }
}
