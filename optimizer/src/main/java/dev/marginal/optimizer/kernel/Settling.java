package dev.marginal.optimizer.kernel;

/**
 * Finds what customers choose instead, where that is the same anywhere in a box of prices: the
 * offers that are worth most at their least, if nothing else at its most comes near them. Only
 * where nothing but the number of a customer's offers is limited, and that to one or two.
 *
 * <p>Scratch space of one thread.
 */
final class Settling {
    /** No set is the best everywhere. */
    static final long OPEN = -1;

    private final Valuing valuing;
    private final Families families;
    private final int full;
    private final Worth least;
    private final Worth most;
    private final float[][] low;
    private final float[][] high;

    Settling(Valuing valuing, Families families, Worth least, Worth most) {
        this.valuing = valuing;
        this.families = families;
        this.full = families.mostInAll();
        this.least = least;
        this.most = most;
        int offers = least.value().length;
        this.low = new float[offers][Stretch.MOST];
        this.high = new float[offers][Stretch.MOST];
    }

    /** Whether it can tell anything. */
    boolean applies() {
        return full <= 2;
    }

    /** Looks at a stretch. */
    void look(Stretch stretch) {
        for (int offer = 0; offer < low.length; offer++) {
            if (families.allows(offer)) {
                valuing.of(least, offer, stretch, low[offer]);
                valuing.of(most, offer, stretch, high[offer]);
            }
        }
    }

    /** The set that is the best in the whole box for the stretch's row, or {@link #OPEN}. */
    long set(int row) {
        int first = -1;
        int second = -1;
        float firstLow = 0;
        float secondLow = 0;
        for (int offer = 0; offer < low.length; offer++) {
            float own = low[offer][row];
            if (!(own > secondLow) || !families.allows(offer)) {
                continue;
            }
            if (own > firstLow) {
                second = first;
                secondLow = firstLow;
                first = offer;
                firstLow = own;
            } else {
                second = offer;
                secondLow = own;
            }
        }
        if (full == 1) {
            second = -1;
            secondLow = firstLow;
        }
        return beats(row, first, second, secondLow)
                ? (first < 0 ? 0 : 1L << first) | (second < 0 ? 0 : 1L << second)
                : OPEN;
    }

    /** Whether all others at their most are worth less, and nothing where there is room. */
    private boolean beats(int row, int first, int second, float worst) {
        for (int offer = 0; offer < low.length; offer++) {
            if (offer != first
                    && offer != second
                    && !(high[offer][row] < worst)
                    && families.allows(offer)) {
                return false;
            }
        }
        return true;
    }
}
