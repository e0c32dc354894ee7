package dev.marginal.optimizer.rules;

import dev.marginal.tables.Requires;
import java.math.BigDecimal;
import java.math.BigInteger;

/** A decimal as whole numbers, so that a limit can weigh with them exactly: 1.5 is 3 / 2. */
record Fraction(long over, long under) {
    private static final int MOST_DIGITS = 4;

    /** The reduced fraction of a number with at most four decimals. */
    static Fraction of(BigDecimal number, String name) {
        BigDecimal plain = number.stripTrailingZeros();
        Requires.require(plain.scale() <= MOST_DIGITS, name, number, "a number of four decimals");
        BigInteger under = BigInteger.TEN.pow(Math.max(0, plain.scale()));
        BigInteger over = plain.multiply(new BigDecimal(under)).toBigIntegerExact();
        BigInteger divisor = over.gcd(under);
        return new Fraction(
                over.divide(divisor).longValueExact(), under.divide(divisor).longValueExact());
    }
}
