package dev.marginal.app.job;

import dev.marginal.tables.Requires;
import java.time.Duration;
import java.util.List;

/**
 * How old an input may be.
 *
 * @param input one of {@link #INPUTS}
 * @param most age
 * @param fatal whether an older one ends the run, or is only warned of
 */
public record AgeRule(String input, Duration most, boolean fatal) {
    /** What rules can speak of. */
    public static final List<String> INPUTS =
            List.of(
                    "history",
                    "audience",
                    "purchases",
                    "future_value",
                    "customers",
                    "suppressed",
                    "log");

    public AgeRule {
        Requires.require(
                INPUTS.contains(input), "input", input, "one of " + String.join(", ", INPUTS));
        Requires.require(!most.isNegative() && !most.isZero(), "age of " + input, most, "positive");
    }

    /** A rule as a command line says it: {@code history=40d}, {@code audience=36h}. */
    public static AgeRule of(String text, boolean fatal) {
        String[] parts = text.split("=", 2);
        Requires.require(parts.length == 2, "age", text, "an input and its age: history=40d");
        return new AgeRule(parts[0], Span.of(parts[1]), fatal);
    }
}
