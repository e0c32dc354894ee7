package dev.marginal.uplift;

import dev.marginal.tables.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How learners model GMV that is mostly zero with a heavy tail. */
public enum Head {
    /**
     * P(order) × expected basket of those who order; the effect is sought in the orders, where
     * there is least noise. GMV must not be negative.
     */
    HURDLE,
    /** The mean of GMV as it is, by squared error; GMV may be negative. */
    SQUARED,
    /** The mean of GMV by Tweedie's deviance, in one model. GMV must not be negative. */
    TWEEDIE;

    /** The name in campaign files, such as {@code hurdle}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every name, the default first. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Head::word).toList();
    }

    /**
     * The head of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Head named(String name) {
        return Arrays.stream(values())
                .filter(head -> head.word().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static IllegalArgumentException unknown(String name) {
        String known = String.join(", ", names());
        return new IllegalArgumentException(
                "outcome (%s) must be one of %s. %s"
                        .formatted(name, known, Suggestion.didYouMean(name, names()))
                        .strip());
    }
}
