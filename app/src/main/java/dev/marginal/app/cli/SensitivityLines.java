package dev.marginal.app.cli;

import dev.marginal.app.answers.Told;
import dev.marginal.scenarios.whatif.Sensitivity;
import dev.marginal.scenarios.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a plan's value owes to each limit. */
final class SensitivityLines {
    private static final String COLUMNS = "    %-46s %14s %16s %16s";

    private SensitivityLines() {}

    static List<String> of(Told told, Words words) {
        List<String> lines = new ArrayList<>();
        if (told.sensitivity().isEmpty()) {
            return lines;
        }
        lines.add("");
        lines.add(
                COLUMNS.formatted(
                        "Sensitivity of the value", "price", "5 % tighter", "5 % looser"));
        for (Sensitivity one : told.sensitivity()) {
            lines.add(
                    COLUMNS.formatted(
                            one.limit(),
                            one.price() == 0
                                    ? "does not bind"
                                    : String.format(Locale.ROOT, "%.4f", one.price()),
                            change(one.tighter(), words),
                            change(one.looser(), words)));
        }
        return lines;
    }

    private static String change(OptionalDouble value, Words words) {
        return value.isPresent() ? words.signed(value.getAsDouble()) : "no plan";
    }
}
