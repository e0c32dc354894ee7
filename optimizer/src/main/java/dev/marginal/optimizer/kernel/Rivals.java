package dev.marginal.optimizer.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Offers of which any may come into a set for any that leave it: none of these exchanges pays while
 * the worst of those that may leave is worth more than the best of those that may come.
 *
 * @param leaving offers of the set, as bits; none where something may simply come
 * @param coming other offers, as bits
 * @param forNothing whether those that leave may leave for nothing, too
 */
record Rivals(long leaving, long coming, boolean forNothing) {
    /**
     * All exchanges that a family's limits allow from an admissible set, as in {@link Exchanges}.
     *
     * @param offers how many the book has
     */
    static List<Rivals> of(PersonalLimits personal, long set, int offers) {
        Map<Long, Long> comingFor = new LinkedHashMap<>();
        for (int offer = 0; offer < offers; offer++) {
            long one = 1L << offer;
            if ((set & one) == 0 && personal.allows(offer)) {
                comingFor.merge(leavingFor(personal, set, one), one, (all, more) -> all | more);
            }
        }
        if (set != 0) {
            comingFor.putIfAbsent(set, 0L);
        }
        List<Rivals> rivals = new ArrayList<>();
        comingFor.forEach(
                (leaving, coming) ->
                        rivals.add(new Rivals(leaving, coming, set != 0 && leaving == set)));
        return rivals;
    }

    /** Any of these makes room for one more; none where there is room. */
    private static long leavingFor(PersonalLimits personal, long set, long one) {
        if (personal.admits(set | one)) {
            return 0;
        }
        long leaving = 0;
        for (long left = set; left != 0; left &= left - 1) {
            long goes = Long.lowestOneBit(left);
            leaving |= personal.admits(set & ~goes | one) ? goes : 0;
        }
        return leaving;
    }
}
