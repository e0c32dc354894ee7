package dev.marginal.reports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as reports write them, with a true minus sign. */
public final class Numbers {
    private static final double HUNDRED = 100;

    private Numbers() {}

    /** With three digits that count, for amounts per customer. */
    public static String small(double amount) {
        if (!Double.isFinite(amount)) {
            return "unknown";
        }
        if (amount == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(amount).round(new MathContext(3));
        return minus(
                rounded.scale() < 0
                        ? String.format(Locale.ROOT, "%,.0f", rounded)
                        : rounded.toPlainString());
    }

    /** With three digits after the point, for figures beside each other. */
    public static String thousandths(double value) {
        return minus(String.format(Locale.ROOT, "%.3f", value + 0.0));
    }

    /** With one digit after the point. */
    public static String tenths(double value) {
        return minus(String.format(Locale.ROOT, "%,.1f", value + 0.0));
    }

    /** With two digits after the point. */
    public static String fixed(double value) {
        return minus(String.format(Locale.ROOT, "%,.2f", value + 0.0));
    }

    /** An amount of money: cents only below a hundred. */
    public static String amount(double amount) {
        if (amount == 0) {
            return "0";
        }
        String format = Math.abs(amount) >= HUNDRED ? "%,.0f" : "%,.2f";
        return minus(String.format(Locale.ROOT, format, amount + 0.0));
    }

    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Of a hundred, without digits after the point. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * HUNDRED);
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }
}
