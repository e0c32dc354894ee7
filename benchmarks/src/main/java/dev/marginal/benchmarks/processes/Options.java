package dev.marginal.benchmarks.processes;

import dev.marginal.tables.Requires;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Arguments of the form {@code --name value}.
 *
 * @param given value per name
 */
public record Options(Map<String, String> given) {
    /**
     * Reads arguments.
     *
     * @throws IllegalArgumentException if one has another form or an unknown name
     */
    public static Options of(String[] arguments, Set<String> known) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            Requires.require(known.contains(name), "option", arguments[i], "one of " + known);
            Requires.require(
                    i + 1 < arguments.length, "option", arguments[i], "followed by a value");
            given.put(name, arguments[i + 1]);
        }
        return new Options(given);
    }

    /** A text. */
    public String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    /** A whole number. */
    public int integer(String name, int otherwise) {
        return Integer.parseInt(text(name, otherwise + ""));
    }

    /** Whole numbers separated by commas. */
    public long[] numbers(String name, String otherwise) {
        return Arrays.stream(text(name, otherwise).split(",")).mapToLong(Long::parseLong).toArray();
    }

    /** Words separated by commas. */
    public String[] words(String name, String otherwise) {
        return text(name, otherwise).split(",");
    }

    /** Where a child's facts go. */
    public Facts facts() {
        Requires.require(given.containsKey("facts"), "facts", null, "a file");
        return new Facts(Path.of(given.get("facts")));
    }
}
