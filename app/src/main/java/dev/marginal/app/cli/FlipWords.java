package dev.marginal.app.cli;

import dev.marginal.scenarios.explanation.Explanation;
import dev.marginal.scenarios.explanation.Explanation.Flip;
import dev.marginal.scenarios.explanation.Explanation.What;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What would have changed an offer's fate, as one sentence. Numbers are rounded away from what they
 * are now, so that what is said is true to the digit.
 */
record FlipWords(Explanation story, Explanation.Offer offer) {
    private static final int DIGITS = 4;
    private static final double SMALL = 0.05;
    private static final int MICRO_DIGITS = 6;
    private static final int CENT_DIGITS = 2;

    /** The sentence; nothing where there is nothing to say. */
    Optional<String> sentence() {
        List<Flip> flips = offer.flips();
        if (flips.isEmpty()) {
            return Optional.empty();
        }
        if (flips.get(0).what() == What.NOTHING) {
            return Optional.of(
                    "Would have changed it: nothing; " + reason(flips.get(0)).never() + ".");
        }
        if (flips.get(0).what() == What.UNKNOWN) {
            return Optional.of("Would have changed it: not told; see the note below.");
        }
        String begin = offer.isSent() ? "Would not be sent if " : "Would be sent if ";
        return Optional.of(
                begin + String.join("; or if ", flips.stream().map(this::words).toList()) + ".");
    }

    private String words(Flip flip) {
        String more =
                flip.andValueMore()
                        .map(value -> " and its value were %s higher besides".formatted(up(value)))
                        .orElse("");
        return change(flip) + more;
    }

    private String change(Flip flip) {
        return switch (flip.what()) {
            case VALUE -> value(flip);
            case PRICE -> price(flip);
            case LIMIT -> limit(flip);
            case RULE ->
                    "%d were allowed where %s".formatted(flip.then().get().longValue(), flip.of());
            case CAP ->
                    "contact cap %s allowed %d instead of %d"
                            .formatted(
                                    flip.of(),
                                    flip.then().get().longValue(),
                                    flip.now().get().longValue());
            case GAP ->
                    "contact cap %s kept sends %s apart instead of %s"
                            .formatted(
                                    flip.of(),
                                    span(flip.then().get().longValue()),
                                    span(flip.now().get().longValue()));
            case GATE -> reason(flip).undone();
            case NOTHING, UNKNOWN -> flip.of();
        };
    }

    private ReasonWords reason(Flip flip) {
        return new ReasonWords(flip.of(), offer.channel());
    }

    private String value(Flip flip) {
        double more = flip.then().get() - flip.now().get();
        return "its value were %s %s"
                .formatted(up(Math.abs(more)), offer.isSent() ? "lower" : "higher");
    }

    private String price(Flip flip) {
        double now = flip.now().get();
        double then = flip.then().get();
        boolean falls = then < now;
        String rounded = rounded(then, falls ? RoundingMode.FLOOR : RoundingMode.CEILING);
        return "the price of %s %s to %s (now %s), that is, if its next %s earned %s that elsewhere"
                .formatted(
                        flip.of(),
                        falls ? "fell" : "rose",
                        rounded,
                        digits(now),
                        unit(flip.of()),
                        falls ? "only" : "all of");
    }

    private String unit(String limit) {
        String charge =
                story.prices().stream()
                        .filter(price -> price.limit().equals(limit))
                        .map(Explanation.Price::charge)
                        .findFirst()
                        .orElse("");
        return switch (charge) {
            case "cost" -> story.plan().currency();
            case "sends" -> "send";
            default -> "unit";
        };
    }

    private static String limit(Flip flip) {
        return "%s, which is used up to the last unit, let in %s instead of %s"
                .formatted(flip.of(), plain(flip.then().get()), plain(flip.now().get()));
    }

    /** An amount of money, rounded up. */
    private String up(double amount) {
        int digits = amount < SMALL ? MICRO_DIGITS : CENT_DIGITS;
        BigDecimal rounded = new BigDecimal(amount).setScale(digits, RoundingMode.CEILING);
        return (rounded.signum() == 0 ? "a trifle" : rounded.toPlainString())
                + " "
                + story.plan().currency();
    }

    /** A price with the digits that count. */
    static String digits(double price) {
        return rounded(price, RoundingMode.HALF_EVEN);
    }

    private static String rounded(double number, RoundingMode mode) {
        return new BigDecimal(number).round(new MathContext(DIGITS, mode)).toPlainString();
    }

    /** A count or an amount, without needless zeros. */
    static String plain(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, "%,.2f", number);
    }

    /** Such as {@code 16 hours} or {@code 1 hour 20 minutes}. */
    static String span(long seconds) {
        long hours = seconds / 3600;
        long minutes = seconds % 3600 / 60;
        long rest = seconds % 60;
        String words = part(hours, "hour") + part(minutes, "minute") + part(rest, "second");
        return words.isBlank() ? "0 seconds" : words.strip();
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : " %d %s%s".formatted(count, unit, count == 1 ? "" : "s");
    }
}
