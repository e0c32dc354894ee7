package dev.marginal.optimizer.chance;

/**
 * Plans whose deviation lies between two ends.
 *
 * @param low in currency
 * @param high in currency
 * @param bound no plan among them that keeps the promise is worth more, in micro-units
 * @param hint where it may be worth parting them: the deviation of the best plan of the row around
 *     them
 */
record Interval(double low, double high, long bound, double hint) {
    private static final double PLAY = 1e-9;

    /** Whether it is too narrow to part. */
    boolean isPoint() {
        return high - low <= PLAY * high;
    }

    /** At the hint where it lies inside, as the chords are exact there; else in the middle. */
    double parting() {
        if (hint > low + PLAY * high && hint < high - PLAY * high) {
            return hint;
        }
        return low > 0 ? Math.sqrt(low * high) : high / 2;
    }
}
