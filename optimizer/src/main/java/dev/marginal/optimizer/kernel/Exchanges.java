package dev.marginal.optimizer.kernel;

/**
 * The sets next to a customer's set: one offer less, one more, or one for another.
 *
 * <p>Where limits are nested or disjoint, a set that no such exchange improves is the best of all.
 */
public final class Exchanges {
    /** Sees one neighbouring set and how much reduced value it loses. */
    public interface Visitor {
        /** A neighbour; {@code regret} is below zero where it is better. */
        void visit(long set, double regret);
    }

    private Exchanges() {}

    /** Shows every admissible neighbour of {@code set} in a fixed order. */
    public static void forEach(
            PersonalLimits personal, long set, double[] reduced, Visitor visitor) {
        for (long left = set; left != 0; left &= left - 1) {
            visitor.visit(
                    set & ~Long.lowestOneBit(left), reduced[Long.numberOfTrailingZeros(left)]);
        }
        for (int offer = 0; offer < reduced.length; offer++) {
            boolean candidate = (set >>> offer & 1) == 0 && personal.allows(offer);
            if (candidate && !Double.isNaN(reduced[offer])) {
                bringIn(personal, offer, set, reduced, visitor);
            }
        }
    }

    private static void bringIn(
            PersonalLimits personal, int offer, long set, double[] reduced, Visitor visitor) {
        long with = set | 1L << offer;
        if (personal.admits(with)) {
            visitor.visit(with, -reduced[offer]);
            return;
        }
        for (long left = set; left != 0; left &= left - 1) {
            long swapped = with & ~Long.lowestOneBit(left);
            if (personal.admits(swapped)) {
                double lost = reduced[Long.numberOfTrailingZeros(left)];
                visitor.visit(swapped, lost - reduced[offer]);
            }
        }
    }
}
