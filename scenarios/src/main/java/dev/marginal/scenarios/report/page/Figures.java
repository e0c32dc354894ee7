package dev.marginal.scenarios.report.page;

import dev.marginal.scenarios.words.Words;
import dev.marginal.uplift.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as the report writes them, with a true minus sign. */
record Figures(Words words) {
    private static final double HUNDRED = 100;

    Figures(String currency) {
        this(new Words(currency));
    }

    /** An amount with its currency: cents only below a hundred. */
    String money(double amount) {
        return amount(amount) + " " + words.currency();
    }

    /** The same without the currency. */
    String amount(double amount) {
        if (amount == 0) {
            return "0";
        }
        String format = Math.abs(amount) >= HUNDRED ? "%,.0f" : "%,.2f";
        return minus(String.format(Locale.ROOT, format, amount + 0.0));
    }

    /** {@code low to high}. */
    String range(Interval interval) {
        return amount(interval.low()) + " to " + amount(interval.high());
    }

    /** {@code estimate (low to high)}. */
    String measured(Interval interval) {
        return "%s (%s)".formatted(amount(interval.estimate()), range(interval));
    }

    /** With three digits that count, for amounts per customer. */
    static String small(double amount) {
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

    /** {@code estimate (low to high)} in small amounts. */
    static String small(Interval interval) {
        return "%s (%s to %s)"
                .formatted(
                        small(interval.estimate()), small(interval.low()), small(interval.high()));
    }

    /** With three digits after the point, for figures beside each other. */
    static String thousandths(double value) {
        return minus(String.format(Locale.ROOT, "%.3f", value + 0.0));
    }

    /** With two digits after the point. */
    static String fixed(double value) {
        return minus(String.format(Locale.ROOT, "%,.2f", value + 0.0));
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Of a hundred, without digits after the point. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * HUNDRED);
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }
}
