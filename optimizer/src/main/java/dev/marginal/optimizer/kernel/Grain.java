package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.Limit;

/**
 * Rounds limits on spend to what sends can add up to: where every send costs a multiple of 5.00, a
 * budget of 1,003.00 is one of 1,000.00. No plan is lost and the bound comes closer.
 */
final class Grain {
    private Grain() {}

    static void tighten(Instance instance) {
        for (int row = 0; row < instance.rows(); row++) {
            Limit.Shared limit = instance.shared().get(row);
            if (limit.charge() == Limit.Charge.COST) {
                instance.tighten(row, Math.max(1, grain(instance, limit)));
            }
        }
    }

    private static long grain(Instance instance, Limit.Shared limit) {
        Columns columns = instance.columns();
        long grain = 0;
        for (int offer = 0; offer < columns.offers() && grain != 1; offer++) {
            if (!limit.offers().contains(offer) || !instance.personal().allows(offer)) {
                continue;
            }
            for (int row = 0; row < columns.rows() && grain != 1; row++) {
                if (!Float.isNaN(columns.value()[offer][row])) {
                    grain = divisor(grain, columns.costMicros(offer, row));
                }
            }
        }
        return grain;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
