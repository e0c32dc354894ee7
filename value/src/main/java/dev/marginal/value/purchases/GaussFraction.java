package dev.marginal.value.purchases;

/**
 * The hypergeometric function {@code ₂F₁(1, b; c+1; z)} for {@code 0 ≤ z < 1}, b and c positive, by
 * Gauss's continued fraction:
 *
 * <pre>{@code
 * ₂F₁(1, b; c+1; z) = c / (c − u₁z / (c+1 − u₂z / (c+2 − …))),  u₂ₙ₊₁ = (b+n)(c+n),  u₂ₙ = n(c−b+n)
 * }</pre>
 *
 * <p>Each level shrinks the error by {@code (1−√(1−z)) / (1+√(1−z))}, which says beforehand how
 * many are needed; the fraction is then evaluated from its end, one division a level.
 *
 * @see <a href="https://dlmf.nist.gov/15.7">DLMF 15.7</a>
 */
final class GaussFraction {
    /** Digits of a double, in natural logarithms, and some. */
    private static final double PRECISION = 40;

    private static final int LEAST_LEVELS = 6;

    private GaussFraction() {}

    static double of(double b, double c, double z) {
        int levels = levels(z);
        double tail = c + levels;
        for (int level = levels; level > 0; level--) {
            int n = level / 2;
            double u = level % 2 == 1 ? (b + n) * (c + n) : n * (c - b + n);
            tail = c + level - 1 - u * z / tail;
        }
        return c / tail;
    }

    private static int levels(double z) {
        double root = Math.sqrt(1 - z);
        return LEAST_LEVELS + (int) (PRECISION / -Math.log((1 - root) / (1 + root)));
    }
}
