package dev.marginal.uplift;

/**
 * An estimate with its 95 % interval.
 *
 * @param estimate the point estimate
 * @param low lower end
 * @param high upper end
 */
public record Interval(double estimate, double low, double high) {
    private static final double Z_95 = 1.959963984540054;
    private static final double Z_80 = 1.2815515655446004;

    /** The normal interval, estimate ± 1.96 standard errors. */
    public static Interval normal(double estimate, double standardError) {
        return new Interval(
                estimate, estimate - Z_95 * standardError, estimate + Z_95 * standardError);
    }

    /** Whether zero lies outside. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }

    /** Whether the normal 80 % interval lies above zero. */
    public boolean mostlyAboveZero() {
        return estimate - (estimate - low) * (Z_80 / Z_95) > 0;
    }

    /** The interval of {@code factor} times the quantity. */
    public Interval times(double factor) {
        double a = low * factor;
        double b = high * factor;
        return new Interval(estimate * factor, Math.min(a, b), Math.max(a, b));
    }
}
