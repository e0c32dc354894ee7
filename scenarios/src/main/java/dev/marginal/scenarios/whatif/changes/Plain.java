package dev.marginal.scenarios.whatif.changes;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a planner would write them. */
final class Plain {
    private static final MathContext DIGITS = new MathContext(6);

    private Plain() {}

    /** With as few digits as it takes, six at most. */
    static String of(double number) {
        return number == 0
                ? "0"
                : new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
