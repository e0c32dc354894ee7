package dev.marginal.value.purchases;

/**
 * The hypergeometric function {@code ₂F₁(1, b; c+1; z)} for {@code 0 ≤ z < 1} and {@code 0 < b <
 * c+1}, by Gauss's continued fraction:
 *
 * <pre>{@code
 * ₂F₁(1, b; c+1; z) = c / (c − u₁z / (c+1 − u₂z / (c+2 − …))),  u₂ₙ₊₁ = (b+n)(c+n),  u₂ₙ = n(c−b+n)
 * }</pre>
 *
 * <p><b>How many levels.</b> Deep down each level shrinks the error by {@code e^−2A}, {@code A =
 * artanh √(1−z)}; above the c-th level they shrink it faster. Two levels at n, where {@code ν =
 * n/c}, do so by {@code e^−2θ} with {@code sinh(θ/2) = sinh A · (1+2ν) / (2√(ν(1+ν)))}, or by more
 * where b is smaller than c. That adds up to about {@code e^−4A√(n(c+n))} for n pairs, which says
 * beforehand how many are needed: some hundred where z is nearly one and c is large, as in the
 * likelihood of customers who hardly differ in when they stop, instead of thousands.
 *
 * <p>The fraction is then evaluated from its end. What lies below a level is kept as numerator and
 * denominator, which are divided once a block of levels, before they grow too large: a division
 * takes longer than all other steps of a level together.
 *
 * @see <a href="https://dlmf.nist.gov/15.7">DLMF 15.7</a>
 */
final class GaussFraction {
    /** Digits of a double, in natural logarithms, and some. */
    private static final double PRECISION = 40;

    /** More than the sum above leaves out where A is large. */
    private static final int LEAST_PAIRS = 6;

    private static final int PAIRS_A_BLOCK = 4;

    private GaussFraction() {}

    static double of(double b, double c, double z) {
        int pairs = pairs(c, z);
        double tail = c + 2 * pairs;
        for (int end = pairs; end > 0; end -= PAIRS_A_BLOCK) {
            double above = tail;
            double below = 1;
            for (int n = end; n > Math.max(0, end - PAIRS_A_BLOCK); n--) {
                double even = (c + 2 * n - 1) * above - z * n * (c - b + n) * below;
                double odd = (c + 2 * n - 2) * even - z * (b + n - 1) * (c + n - 1) * above;
                above = odd;
                below = even;
            }
            tail = above / below;
        }
        return c / tail;
    }

    /** How many times two levels. */
    private static int pairs(double c, double z) {
        double root = Math.sqrt(1 - z);
        double shrinking = Math.log((1 + root) / (1 - root)) / 2;
        double deepDown = PRECISION / (4 * shrinking);
        return LEAST_PAIRS + (int) (2 * deepDown * deepDown / (c + Math.hypot(c, 2 * deepDown)));
    }
}
