package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.solving.Deadline;
import java.util.Optional;

/**
 * Cutting planes inside a box that moves with the best prices: grows while it holds them back,
 * shrinks where the cuts promise too much.
 *
 * @see <a href="https://doi.org/10.1287/opre.23.3.389">Marsten, Hogan, Blankenship (1975), The
 *     boxstep method for large-scale optimization, Operations Research 23(3)</a>
 */
final class Descent {
    private static final int MOST_STEPS = 250;

    private final Crowd crowd;
    private final Scale scale;
    private final Box outer;
    private final Deadline deadline;
    private final double tolerance;
    private int steps;

    /**
     * A search that ends within {@code tolerance}, a share of the scale's value, of the lowest dual
     * in {@code outer}.
     */
    Descent(Crowd crowd, Scale scale, Box outer, double tolerance, Deadline deadline) {
        this.crowd = crowd;
        this.scale = scale;
        this.outer = outer;
        this.tolerance = tolerance * scale.value();
        this.deadline = deadline;
    }

    /** The lowest dual found from {@code start} on, first looking as far as {@code radius}. */
    Evaluation from(double[] start, double radius) {
        Evaluation best = crowd.at(outer.clip(start));
        double reach = radius;
        try (Cuts cuts = new Cuts(crowd, scale)) {
            cuts.add(best);
            while (steps++ < MOST_STEPS && best.dual() >= scale.least() && !deadline.passed()) {
                Box box = outer.around(best.prices(), scale.price(), reach);
                Optional<Evaluation> promised = cuts.lowest(box, deadline);
                if (promised.isEmpty()) {
                    return best;
                }
                double[] prices = box.clip(promised.get().prices());
                boolean held = box.cuts(prices, outer);
                double promise = best.dual() - promised.get().dual();
                if (promise <= tolerance) {
                    if (!held) {
                        return best;
                    }
                    reach *= 4;
                    continue;
                }
                Evaluation next = crowd.at(prices);
                cuts.add(next);
                double gained = best.dual() - next.dual();
                if (gained > 0.1 * promise) {
                    reach *= held ? 2 : 1;
                } else if (gained < -promise) {
                    reach /= 3;
                }
                best = gained > 0 ? next : best;
            }
        }
        return best;
    }
}
