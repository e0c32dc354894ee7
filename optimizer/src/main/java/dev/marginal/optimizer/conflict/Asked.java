package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.Bound;
import java.util.List;

/**
 * What prices ask of one side of a limit.
 *
 * @param prices signed, one per row of the worthless instance
 * @param row the side's row
 * @param amount every plan that keeps the priced limits uses the ceiling's limit at least so much,
 *     or the floor's at most so much; in the limit's units, rounded outwards
 * @param possible whether any change of the side may help; where not, it is proven
 */
record Asked(double[] prices, int row, double amount, boolean possible) {
    /** Makes the micro-unit, to which duals are rounded, a small one. */
    private static final double SCALE = 0x1p30;

    /**
     * What prices ask for; a dual is a bound rounded down, so that it may be a micro-unit more.
     *
     * @param most what all sends use of the side's limit at most
     */
    static Asked by(double[] prices, int row, Instance worthless, double most, Workers workers) {
        double[] fine = new double[prices.length];
        for (int other = 0; other < fine.length; other++) {
            fine[other] = prices[other] * SCALE;
        }
        double dual = Bound.at(fine, worthless, workers).micros() + 1.0;
        double amount = worthless.side(row, fine[row]) - dual / fine[row];
        return new Asked(fine, row, amount, Math.signum(fine[row]) * amount <= most);
    }

    /** Whether the prices prove that the side cannot be kept with the limits that are priced. */
    boolean refutes(Limit.Shared side) {
        return side.hasFloor() ? amount < side.least() : amount > side.most();
    }

    /** The limits that the prices speak of, without those whose price is next to nothing. */
    List<Limit> priced(List<Limit> sides, Sizes sizes, double nothing) {
        List<Limit> shared = sides.stream().filter(Limit.Shared.class::isInstance).toList();
        double own = weight(row, shared, sizes);
        return sides.stream()
                .filter(
                        side ->
                                !(side instanceof Limit.Shared)
                                        || weight(shared.indexOf(side), shared, sizes)
                                                > nothing * own)
                .toList();
    }

    private double weight(int at, List<Limit> shared, Sizes sizes) {
        return Math.abs(prices[at]) * sizes.perSend((Limit.Shared) shared.get(at));
    }
}
