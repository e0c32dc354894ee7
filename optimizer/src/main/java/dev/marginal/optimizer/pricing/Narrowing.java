package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.pricing.PriceSearch.Near;
import dev.marginal.optimizer.solving.Deadline;

/**
 * From prices that are nearly right to the lowest: one reading of a crowd for a last long step, one
 * to leave out who is settled near where it ends, and Newton's method on the few who are left.
 *
 * @param crowd its dual is everyone's within {@code outer}
 * @param outer where prices are looked for
 */
record Narrowing(Many crowd, Scale scale, Box outer, Deadline deadline) {
    private static final double WIDEST = 50;
    private static final double BLUR = 10;

    /** Prices near the lowest dual; choices are those of the crowd's rows. */
    Near from(double[] start, double temperature) {
        Newton newton = new Newton(crowd, scale, outer, deadline).at(temperature);
        newton.from(start, 0);
        double[] step = newton.move();
        double[] middle = newton.after(step);
        double wide = 1;
        while (true) {
            double[] radius = radius(step, newton.blur(BLUR), wide);
            Box near = outer.around(middle, radius, 1);
            Many.Narrowed narrowed = crowd.unsettled(middle, radius);
            Crowd unsettled = narrowed.crowd();
            newton = new Newton(unsettled, scale, near, deadline).at(newton.temperature() / 4);
            double[] prices = newton.from(middle, Integer.MAX_VALUE).prices();
            if (!near.cuts(prices, outer) || wide > WIDEST || deadline.passed()) {
                return new Near(unsettled, prices, near, narrowed.choices(), newton.blur(BLUR));
            }
            middle = prices;
            wide *= 3;
        }
    }

    /** A step is wrong by the square of its length, and by the customers at the corners. */
    private static double[] radius(double[] step, double[] blur, double wide) {
        double[] radius = new double[step.length];
        for (int row = 0; row < radius.length; row++) {
            radius[row] = wide * (0.4 * Math.abs(step[row]) + 2 * blur[row]);
        }
        return radius;
    }
}
