package dev.marginal.scenarios.drafting;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of YAML. */
final class Yaml {
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_./+&-]*( [\\p{L}\\p{N}_./+&-]+)*");
    private static final Set<String> SPOKEN_FOR =
            Set.of("yes", "no", "true", "false", "null", "on", "off", "y", "n");

    private Yaml() {}

    /** A word, in quotes where it needs them. */
    static String word(String text) {
        boolean plain =
                PLAIN.matcher(text).matches()
                        && !SPOKEN_FOR.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    /** Words in brackets. */
    static String words(Collection<String> texts) {
        return texts.stream().map(Yaml::word).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
        StringBuilder safe = new StringBuilder("\"");
        escaped.chars()
                .forEach(
                        letter -> {
                            if (letter < ' ') {
                                safe.append("\\x%02x".formatted(letter));
                            } else {
                                safe.append((char) letter);
                            }
                        });
        return safe.append('"').toString();
    }

    /** A text for a comment: on one line. */
    static String comment(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
