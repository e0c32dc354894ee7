package dev.marginal.scenarios.checking;

import dev.marginal.scenarios.words.Words;
import dev.marginal.uplift.Power;
import java.util.List;
import java.util.Locale;

/** What effects can be seen at all, in words. */
record PowerWords(String currency) {
    private static final String TOPIC = "power";

    List<Finding> findings(List<Power> powers) {
        return powers.stream().map(this::finding).toList();
    }

    private Finding finding(Power power) {
        String sentence =
                "%s: with %,d treated and %,d control rows an effect under %s per customer cannot be seen%s; observed: %s, give or take %s"
                        .formatted(
                                power.treatment(),
                                power.treated(),
                                power.control(),
                                money(power.smallest()),
                                share(power),
                                signed(power.effect()),
                                amount(1.96 * power.error()));
        return power.isSeen()
                ? Finding.fine(TOPIC, sentence)
                : Finding.doubt(TOPIC, sentence, advice(power));
    }

    private String share(Power power) {
        return power.baseline() > 0
                ? String.format(
                        Locale.ROOT,
                        " (%.0f %% of what the control brings)",
                        100 * power.smallest() / power.baseline())
                : "";
    }

    /** Of an effect within its error nobody knows the size: half of what can be seen is asked. */
    private String advice(Power power) {
        boolean known = Math.abs(power.effect()) > power.error();
        double size = known ? Math.abs(power.effect()) : power.smallest() / 2;
        String rows =
                "To see %s takes about %,d rows of these two arms"
                        .formatted(money(size), power.rowsToSee(size));
        return known
                ? "%s, to see half of it %,d.".formatted(rows, power.rowsToSee(size / 2))
                : rows + ": what was observed is within chance.";
    }

    private String money(double amount) {
        return amount(amount) + " " + currency;
    }

    /** Effects of less than a coin still have digits that count. */
    private String amount(double amount) {
        boolean small = amount != 0 && Math.abs(amount) < 0.1;
        return small
                ? String.format(Locale.ROOT, "%.4f", amount)
                : new Words(currency).amount(amount);
    }

    private String signed(double effect) {
        return (effect > 0 ? "+" : "") + amount(effect);
    }
}
