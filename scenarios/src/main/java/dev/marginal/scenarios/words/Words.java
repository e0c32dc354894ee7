package dev.marginal.scenarios.words;

import java.util.Locale;

/** Numbers as a marketer reads them. */
public record Words(String currency) {
    private static final double LARGE = 100_000;

    /** An amount with its currency. */
    public String money(double amount) {
        return amount(amount) + " " + currency;
    }

    /** An amount without its currency; cents are left out where they say nothing. */
    public String amount(double amount) {
        double zeroed = amount == 0 ? 0 : amount;
        return String.format(Locale.ROOT, Math.abs(amount) >= LARGE ? "%,.0f" : "%,.2f", zeroed);
    }

    /** A small share, with two digits that count. */
    public String percent(double share) {
        double percent = share * 100;
        if (percent == 0) {
            return "0 %";
        }
        int digits = Math.max(1, Math.min(9, 1 - (int) Math.floor(Math.log10(percent))));
        return String.format(Locale.ROOT, "%." + digits + "f %%", percent);
    }

    /** An amount with its sign; without one where it rounds to nothing. */
    public String signed(double amount) {
        String plain = amount(Math.abs(amount));
        return plain.matches("[0.]+") ? plain : (amount < 0 ? "−" : "+") + plain;
    }

    /** A count with its sign; nothing has none. */
    public static String signed(long count) {
        return count == 0 ? "0" : "%s%,d".formatted(count < 0 ? "−" : "+", Math.abs(count));
    }
}
