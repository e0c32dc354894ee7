package dev.marginal.scenarios.campaignfile;

import dev.marginal.optimizer.Budget;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.changes.BudgetLifted;
import dev.marginal.scenarios.whatif.changes.BudgetPlus;
import dev.marginal.scenarios.whatif.changes.BudgetSet;
import dev.marginal.scenarios.whatif.changes.BudgetTimes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scenario's budget: {@code 3000}, {@code +20%}, {@code -500}, {@code unlimited}.
 *
 * @param usual the campaign's
 */
record BudgetWords(Section section, Budget usual) {
    private static final Pattern TEXT =
            Pattern.compile("([+-]?)(\\d{1,12}(?:\\.\\d{1,6})?)\\s*(%?)");
    private static final String EXPECTED = "must be an amount, a change of it, or unlimited";
    private static final String SUCH_AS = "Such as 3000, +20%, -10%, +500 or unlimited.";

    Optional<Change> change() {
        Optional<String> text = section.optionalText("budget").map(String::strip);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.get().equals("unlimited")) {
            return Optional.of(new BudgetLifted());
        }
        Matcher matcher = TEXT.matcher(text.get());
        if (!matcher.matches() || matcher.group(1).isEmpty() && !matcher.group(3).isEmpty()) {
            section.wrong("budget", text.get(), EXPECTED, SUCH_AS);
            return Optional.empty();
        }
        if (!matcher.group(1).isEmpty() && usual.atMost().isEmpty()) {
            section.wrong(
                    "budget",
                    text.get(),
                    "must be an amount: the campaign's budget is unlimited",
                    "Such as 3000.");
            return Optional.empty();
        }
        return change(
                matcher.group(1),
                Double.parseDouble(matcher.group(2)),
                !matcher.group(3).isEmpty(),
                text.get());
    }

    private Optional<Change> change(String sign, double number, boolean percent, String text) {
        if (sign.isEmpty()) {
            return Optional.of(new BudgetSet(number));
        }
        double signed = sign.equals("-") ? -number : number;
        double least = percent ? -100 : -usual.atMost().orElseThrow();
        if (signed < least) {
            section.wrong("budget", text, "must leave a budget of zero or more", SUCH_AS);
            return Optional.empty();
        }
        return Optional.of(percent ? new BudgetTimes(1 + signed / 100) : new BudgetPlus(signed));
    }
}
