package dev.marginal.optimizer.kernel;

/**
 * Tells of all customers of a stretch at once that they keep their choice anywhere in a box of
 * prices, from the stretch's {@link Outlines} alone.
 *
 * <p>Claim: an offer that is worth {@code w} at the anchor is worth at least {@code w − fall} and
 * at most {@code w + rise} anywhere in the box, where {@code fall} and {@code rise} come from how
 * far the rates may be from the anchor's, and from the stretch's cheapest and dearest cost and
 * largest value. So what someone has stays ahead of another offer if it leads by more than both
 * together, with room for the rounding of doubles. Says no where it cannot tell; {@link Holding}
 * then looks at each of them.
 *
 * <p>Scratch space of one thread.
 */
final class Staying {
    /** Of every term, for the few roundings of a double that it goes through. */
    private static final double ROUNDING = 0x1p-40;

    private final Outlines outlines;
    private final Valuing valuing;
    private final Families families;
    private final boolean sameFamilies;
    private final Rates middle;
    private final Rates reach;
    private final long other;
    private final long closed;
    private final double[] fall;
    private final double[] rise;
    private final LastRivals rivals;

    /**
     * A test of one instance's choices in another.
     *
     * @param before where customers chose
     * @param now has one family, or those of {@code before}
     * @param middle rates in the middle of the box
     * @param reach how far they may be from there
     */
    Staying(
            Outlines outlines,
            Valuing valuing,
            Instance before,
            Instance now,
            Rates middle,
            Rates reach) {
        this.outlines = outlines;
        this.valuing = valuing;
        this.families = now.families();
        this.sameFamilies = now.families() == before.families();
        this.middle = middle;
        this.reach = reach;
        this.closed = closed(before, now);
        this.other = now.unlike(before) & ~closed;
        this.fall = new double[outlines.offers()];
        this.rise = new double[outlines.offers()];
        this.rivals = new LastRivals(outlines.offers());
    }

    /** The offers that are worth and cost what they did, or are closed. */
    private static long closed(Instance before, Instance now) {
        long closed = 0;
        for (int offer = 0; offer < now.columns().offers(); offer++) {
            boolean sameCost = now.columns().cost()[offer] == before.columns().cost()[offer];
            boolean sameValue = now.columns().value()[offer] == before.columns().value()[offer];
            boolean closes = !sameValue && now.book().onlyCloses(before.book(), offer);
            closed |= sameCost && closes ? 1L << offer : 0;
        }
        return closed;
    }

    /** Whether all of a stretch keep what they have, for sure. */
    boolean all(int number, Stretch stretch) {
        PersonalLimits personal = families.get(sameFamilies ? stretch.family() : 0);
        if (!valuing.knowsCell(stretch) || !personal.admits(stretch.set())) {
            return false;
        }
        for (int offer = 0; offer < fall.length; offer++) {
            move(offer, stretch.cell(), number * fall.length + offer);
        }
        for (Rivals one : rivals.of(personal, stretch.set())) {
            boolean unknown = ((one.leaving() | one.coming()) & other) != 0;
            if (unknown || !stays(one, number)) {
                return false;
            }
        }
        return isOpen(stretch);
    }

    /** Finds how much less, and how much more, an offer may be worth than at the anchor. */
    private void move(int offer, int cell, int at) {
        Rates anchor = outlines.rates();
        double alpha = middle.alpha()[offer][cell] - anchor.alpha()[offer][cell];
        double beta = middle.beta()[offer][cell] - anchor.beta()[offer][cell];
        double gamma = middle.gamma()[offer][cell] - anchor.gamma()[offer][cell];
        double byValue = (Math.abs(alpha) + reach.alpha()[offer][cell]) * outlines.largest()[at];
        double dearer = beta + reach.beta()[offer][cell];
        double cheaper = beta - reach.beta()[offer][cell];
        double cheapest = outlines.cheapest()[at];
        double dearest = outlines.dearest()[at];
        double each = reach.gamma()[offer][cell];
        double room = 1 + ROUNDING * size(offer, cell, at);
        fall[offer] = byValue + dearer * (dearer > 0 ? dearest : cheapest) + gamma + each + room;
        rise[offer] = byValue - cheaper * (cheaper < 0 ? dearest : cheapest) - gamma + each + room;
    }

    /** The largest that terms of a worth can be, at the anchor or in the box. */
    private double size(int offer, int cell, int at) {
        Rates anchor = outlines.rates();
        double alpha = size(offer, cell, anchor.alpha(), middle.alpha(), reach.alpha());
        double beta = size(offer, cell, anchor.beta(), middle.beta(), reach.beta());
        double gamma = size(offer, cell, anchor.gamma(), middle.gamma(), reach.gamma());
        return alpha * outlines.largest()[at] + beta * outlines.dearest()[at] + gamma;
    }

    private static double size(int offer, int cell, double[][]... rates) {
        double size = 0;
        for (double[][] one : rates) {
            size += Math.abs(one[offer][cell]);
        }
        return size;
    }

    private boolean stays(Rivals rivals, int number) {
        int first = number * fall.length;
        if (rivals.leaving() == 0) {
            return nothingComes(rivals.coming(), first);
        }
        for (long left = rivals.leaving(); left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            double least = outlines.low()[first + offer];
            if (rivals.forNothing() && !(least - fall[offer] > 0)) {
                return false;
            }
            for (long more = rivals.coming(); more != 0; more &= more - 1) {
                int rival = Long.numberOfTrailingZeros(more);
                double lead =
                        Math.max(outlines.lead()[number], least - outlines.high()[first + rival]);
                if (!(lead - fall[offer] - rise[rival] > 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean nothingComes(long coming, int first) {
        for (long left = coming; left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            if (!(outlines.high()[first + offer] + rise[offer] < 0)) {
                return false;
            }
        }
        return true;
    }

    /** Whether all of a stretch may still get what they have. */
    private boolean isOpen(Stretch stretch) {
        for (long left = stretch.set() & closed; left != 0; left &= left - 1) {
            float[] value = valuing.alike().value()[Long.numberOfTrailingZeros(left)];
            for (int place = stretch.from(); place < stretch.to(); place++) {
                if (value[place] == Alike.NEVER) {
                    return false;
                }
            }
        }
        return true;
    }
}
