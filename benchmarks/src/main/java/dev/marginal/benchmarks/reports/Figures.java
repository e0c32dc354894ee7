package dev.marginal.benchmarks.reports;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as the tables show them. */
public final class Figures {
    /** Where there is no figure. */
    public static final String NONE = "–";

    private Figures() {}

    /** Such as {@code 12}, {@code 1.83} or {@code 0.041}: three figures are enough for a time. */
    public static String seconds(OptionalDouble seconds) {
        if (seconds.isEmpty()) {
            return NONE;
        }
        double value = seconds.getAsDouble();
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 4;
        return format("%." + decimals + "f", value);
    }

    /** With two decimals and thousands apart. */
    public static String money(OptionalDouble amount) {
        return amount.isEmpty() ? NONE : format("%,.2f", amount.getAsDouble());
    }

    /** Such as {@code 3.1e-06}, and {@code 0} for nothing at all. */
    public static String small(OptionalDouble value) {
        if (value.isEmpty()) {
            return NONE;
        }
        return value.getAsDouble() == 0 ? "0" : format("%.1e", value.getAsDouble());
    }

    /** Gibibytes with two decimals. */
    public static String gibibytes(double bytes) {
        return bytes <= 0 ? NONE : format("%.2f", bytes / (1 << 30));
    }

    /** Whole, with thousands apart. */
    public static String whole(OptionalDouble value) {
        return value.isEmpty() ? NONE : format("%,.0f", value.getAsDouble());
    }

    /** Any other format, in English. */
    public static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
