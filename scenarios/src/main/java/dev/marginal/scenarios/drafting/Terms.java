package dev.marginal.scenarios.drafting;

import dev.marginal.tables.ColumnProfile;
import dev.marginal.tables.TableProfile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The money of a draft: currency, what sends cost, and the budget. */
record Terms(Tables tables, Guess guess, Wishes wishes) {
    private static final Set<String> CURRENCIES =
            Set.of(
                    "usd", "eur", "gbp", "sgd", "cny", "jpy", "chf", "aud", "cad", "inr", "idr",
                    "thb", "vnd", "php", "myr", "hkd", "twd", "krw", "brl", "mxn", "sek", "pln");
    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP", "$", "USD");
    private static final double USUAL_COST = 0.10;

    /** Of the audience; a budget that binds, but not for everybody. */
    private static final double SHARE = 0.3;

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    Pick currency() {
        Optional<Pick> said = wishes.of(Wish.CURRENCY).map(Pick::asked);
        return said.orElseGet(
                () ->
                        named().map(code -> Pick.sure(code, "as a column's name says"))
                                .orElse(
                                        new Pick(
                                                "USD", "", "no column says which currency it is")));
    }

    private Optional<String> named() {
        List<String> names =
                guess.columns().stream()
                        .filter(one -> one.role() == Role.OUTCOME || one.role() == Role.COST)
                        .map(ColumnGuess::column)
                        .toList();
        Optional<String> code =
                names.stream()
                        .flatMap(name -> NameWords.of(name).words().stream())
                        .filter(CURRENCIES::contains)
                        .findFirst();
        return code.map(word -> word.toUpperCase(Locale.ROOT))
                .or(
                        () ->
                                SIGNS.keySet().stream()
                                        .sorted()
                                        .filter(
                                                sign ->
                                                        names.stream()
                                                                .anyMatch(n -> n.contains(sign)))
                                        .findFirst()
                                        .map(SIGNS::get));
    }

    /** Whether the history says what sends cost. */
    boolean learnsCosts() {
        return guess.column(Role.COST).isPresent();
    }

    Pick costPerSend() {
        return wishes.of(Wish.COST_PER_SEND)
                .map(Pick::asked)
                .orElse(
                        new Pick(
                                "%.2f".formatted(USUAL_COST),
                                "",
                                "no file says what a send costs"));
    }

    Pick budget() {
        return wishes.of(Wish.BUDGET)
                .map(Pick::asked)
                .orElseGet(
                        () ->
                                new Pick(
                                        rounded(SHARE * customers() * costOfSend()),
                                        "enough to reach about three in ten of %,d customers"
                                                .formatted(customers()),
                                        "it is yours to decide"));
    }

    /** Who can be contacted. */
    long customers() {
        TableProfile history = tables.history();
        return tables.audience()
                .map(TableProfile::rows)
                .orElseGet(
                        () ->
                                guess.audienceCustomer()
                                        .flatMap(history::column)
                                        .map(ColumnProfile::distinct)
                                        .orElse(history.rows()));
    }

    private double costOfSend() {
        if (learnsCosts()) {
            ColumnProfile cost = column(Role.COST);
            return Math.max(0.01, cost.mean() / (1 - controlShare()));
        }
        double orders = 1 - (double) column(Role.OUTCOME).zeros() / tables.history().rows();
        double face =
                ArmOffer.of(guess).stream()
                        .mapToDouble(arm -> arm.faceValue().map(Double::parseDouble).orElse(0.0))
                        .average()
                        .orElse(0);
        return number(costPerSend().value()) + face * orders;
    }

    private double controlShare() {
        return guess.treatment().words().stream()
                .filter(word -> word.text().equals(guess.control()))
                .mapToDouble(word -> (double) word.rows() / guess.treatment().rows())
                .sum();
    }

    private ColumnProfile column(Role role) {
        return guess.column(role).flatMap(tables.history()::column).orElseThrow();
    }

    /** What is no number is told when the draft is read back. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            return USUAL_COST;
        }
    }

    private static String rounded(double amount) {
        BigDecimal two = new BigDecimal(Math.max(1, amount)).round(TWO_DIGITS);
        return two.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
