package dev.marginal.optimizer.kernel;

import java.util.Arrays;

/**
 * Which customers keep their choice anywhere in a box of prices: those for whom no exchange could
 * pay, with what they have at its least and everything else at its most. Where personal limits are
 * nested or disjoint, a set that no exchange improves is the best of all ({@link Exchanges}).
 *
 * <p>Scratch space of one thread.
 */
final class Holding {
    private final Families families;
    private final boolean sameFamilies;
    private final Valuing valuing;
    private final Worth least;
    private final Worth most;
    private final boolean[] open = new boolean[Stretch.MOST];
    private final float[] worst = new float[Stretch.MOST];
    private final float[] best = new float[Stretch.MOST];
    private final float[] worth = new float[Stretch.MOST];
    private final LastRivals rivals;

    /**
     * A test of one instance's choices in another.
     *
     * @param before where customers chose
     * @param now has one family, or those of {@code before}
     */
    Holding(Valuing valuing, Instance before, Instance now, Worth least, Worth most) {
        this.rivals = new LastRivals(now.columns().offers());
        this.families = now.families();
        this.sameFamilies = now.families() == before.families();
        this.valuing = valuing;
        this.least = least;
        this.most = most;
    }

    /**
     * Looks for those of a stretch who may choose another set.
     *
     * @param into their places
     * @param at where in {@code into} they go
     * @return where the next ones go
     */
    int look(Stretch stretch, int[] into, int at) {
        Arrays.fill(open, 0, stretch.size(), false);
        PersonalLimits personal = families.get(sameFamilies ? stretch.family() : 0);
        if (personal.admits(stretch.set())) {
            for (Rivals one : rivals.of(personal, stretch.set())) {
                compare(stretch, one);
            }
        } else {
            Arrays.fill(open, 0, stretch.size(), true);
        }
        int next = at;
        for (int i = 0; i < stretch.size(); i++) {
            into[next] = stretch.from() + i;
            next += open[i] ? 1 : 0;
        }
        return next;
    }

    private void compare(Stretch stretch, Rivals rivals) {
        int size = stretch.size();
        Arrays.fill(worst, 0, size, rivals.leaving() == 0 ? 0 : Float.POSITIVE_INFINITY);
        Arrays.fill(best, 0, size, rivals.forNothing() ? 0 : Float.NEGATIVE_INFINITY);
        for (long left = rivals.leaving(); left != 0; left &= left - 1) {
            valuing.of(least, Long.numberOfTrailingZeros(left), stretch, worth);
            for (int i = 0; i < size; i++) {
                worst[i] = Math.min(worst[i], worth[i]);
            }
        }
        for (long left = rivals.coming(); left != 0; left &= left - 1) {
            valuing.of(most, Long.numberOfTrailingZeros(left), stretch, worth);
            for (int i = 0; i < size; i++) {
                best[i] = Math.max(best[i], worth[i]);
            }
        }
        for (int i = 0; i < size; i++) {
            open[i] |= !(worst[i] > best[i]);
        }
    }
}
