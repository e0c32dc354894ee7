package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Segment;

/**
 * Every step that some price of a single budget makes worthwhile, added up by its slope.
 *
 * <p>At a falling price a customer climbs the upper hull of their options (cost, value): the steps
 * of the hull, each with its slope value per cost. Steps of nearly the same slope, a few
 * thousandths apart at most, share a slot; the sums of a slot are exact.
 *
 * @param free value of what costs nothing, in micro-units
 * @param value {@code [slot]} in micro-units
 * @param cost {@code [slot]} in micro-units
 * @see <a href="https://doi.org/10.1287/opre.27.3.503">Sinha, Zoltners (1979), The multiple-choice
 *     knapsack problem, Operations Research 27(3)</a>
 */
public record SlopeSums(long[] free, long[] value, long[] cost) {
    private static final int SHIFT = 15;
    private static final int SLOTS = 1 << 31 - SHIFT;

    /** Whether a budget over all sends is the only limit that ties customers together. */
    public static boolean apply(Instance instance) {
        boolean each = instance.families().each(one -> one.atMostOne() || one.isFree());
        if (!each || instance.rows() != 1 || instance.hasFloor(0)) {
            return false;
        }
        Limit.Shared limit = instance.shared().get(0);
        return limit.isPlain()
                && limit.charge().equals(Charge.COST)
                && limit.parts().get(0).where().equals(Segment.EVERYONE)
                && limit.offers().size() == instance.columns().offers();
    }

    /** Adds up the steps of all customers; one pass. */
    public static SlopeSums of(Instance instance, Workers workers) {
        Blocks blocks = Blocks.of(new int[] {instance.customers()});
        return workers.fold(
                blocks.count(),
                () -> new SlopeSums(new long[1], new long[SLOTS], new long[SLOTS]),
                (sums, block) -> {
                    Hull hull = new Hull(instance, sums);
                    for (int row = blocks.start(block); row < blocks.end(block); row++) {
                        hull.climb(row);
                    }
                },
                SlopeSums::add);
    }

    /** The smallest slope of a slot. */
    public static double lowest(int slot) {
        return Float.intBitsToFloat(slot << SHIFT);
    }

    void add(double valueMicros, double costMicros) {
        if (costMicros == 0) {
            free[0] += (long) valueMicros;
            return;
        }
        int slot = Float.floatToRawIntBits((float) (valueMicros / costMicros)) >>> SHIFT;
        value[slot] += (long) valueMicros;
        cost[slot] += (long) costMicros;
    }

    private void add(SlopeSums other) {
        free[0] += other.free[0];
        for (int slot = 0; slot < SLOTS; slot++) {
            value[slot] += other.value[slot];
            cost[slot] += other.cost[slot];
        }
    }
}
