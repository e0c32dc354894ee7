package dev.marginal.uplift;

/**
 * How small an effect of one treatment a history can show.
 *
 * @param treatment its name
 * @param treated rows that got it
 * @param control rows that got nothing
 * @param baseline mean outcome of those that got nothing, in currency
 * @param effect difference of the means that was observed, in currency
 * @param error standard error of that difference
 * @param smallest the smallest true effect that is seen four times in five, at a test of 5 % on
 *     both sides: (z₀.₉₇₅ + z₀.₈) × error
 */
public record Power(
        String treatment,
        int treated,
        int control,
        double baseline,
        double effect,
        double error,
        double smallest) {
    /**
     * How many rows, treated and control together and mixed as they are, it takes to see an effect
     * of this size four times in five: the error falls as the root of the rows.
     *
     * @param size other than zero
     */
    public long rowsToSee(double size) {
        double times = smallest / size;
        return (long) Math.ceil((treated + (double) control) * times * times);
    }

    /** Whether the observed effect is larger than the smallest that can be seen. */
    public boolean isSeen() {
        return Math.abs(effect) >= smallest;
    }
}
