package dev.marginal.scenarios.report.page;

import dev.marginal.reports.Numbers;
import dev.marginal.scenarios.words.Words;
import dev.marginal.uplift.Interval;

/** Money and intervals as the report writes them. */
record Figures(Words words) {
    Figures(String currency) {
        this(new Words(currency));
    }

    /** An amount with its currency: cents only below a hundred. */
    String money(double amount) {
        return amount(amount) + " " + words.currency();
    }

    /** The same without the currency. */
    String amount(double amount) {
        return Numbers.amount(amount);
    }

    /** {@code low to high}. */
    String range(Interval interval) {
        return amount(interval.low()) + " to " + amount(interval.high());
    }

    /** {@code estimate (low to high)}. */
    String measured(Interval interval) {
        return "%s (%s)".formatted(amount(interval.estimate()), range(interval));
    }

    /** {@code estimate (low to high)} in small amounts. */
    static String small(Interval interval) {
        return "%s (%s to %s)"
                .formatted(
                        Numbers.small(interval.estimate()),
                        Numbers.small(interval.low()),
                        Numbers.small(interval.high()));
    }
}
