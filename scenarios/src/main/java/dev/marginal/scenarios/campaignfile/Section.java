package dev.marginal.scenarios.campaignfile;

import dev.marginal.tables.Problems;
import dev.marginal.tables.Suggestion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one mapping key by key. What is wrong goes to the problems and a harmless value comes back,
 * so that the reading goes on and finds the rest; nothing is built from a file that has problems.
 */
final class Section extends Keys {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(s|min|h)");
    private static final int MOST_DECIMALS = 4;

    Section(String file, String path, Node.Mapping mapping, Problems problems) {
        super(file, path, mapping, problems);
    }

    String text(String key, String example) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty() && !has(key)) {
            missing(key, example);
        }
        return text.orElse("");
    }

    Optional<String> optionalText(String key) {
        return scalar(key, "a word").map(Node.Scalar::text);
    }

    /** One of {@code words}. */
    String word(String key, Collection<String> words, String example) {
        String word = text(key, example);
        if (!word.isEmpty() && !words.contains(word)) {
            wrong(
                    key,
                    word,
                    "must be one of " + String.join(", ", words),
                    Suggestion.didYouMean(word, words));
        }
        return word;
    }

    /** True or false; {@code usual} where the key is absent. */
    boolean yes(String key, boolean usual) {
        return has(key)
                ? word(key, List.of("true", "false"), key + ": true").equals("true")
                : usual;
    }

    /** A finite number in [least, most]. */
    OptionalDouble number(String key, double least, double most, String expectation) {
        Optional<String> text = scalar(key, "a number").map(Node.Scalar::text);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        double number = exact(text.get()).map(BigDecimal::doubleValue).orElse(Double.NaN);
        if (!(number >= least && number <= most)) {
            wrong(key, text.get(), expectation, "");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number);
    }

    /** A whole number from {@code least} up. */
    OptionalLong whole(String key, long least) {
        String expectation = "must be a whole number, %d or more".formatted(least);
        OptionalDouble number = number(key, least, 1L << 53, expectation);
        if (number.isPresent() && number.getAsDouble() != Math.rint(number.getAsDouble())) {
            wrong(key, scalarText(key), expectation, "");
            return OptionalLong.empty();
        }
        return number.isPresent()
                ? OptionalLong.of((long) number.getAsDouble())
                : OptionalLong.empty();
    }

    /** A number in [0, most] with at most four decimals, exactly as written. */
    Optional<BigDecimal> decimal(String key, double most, String expectation) {
        OptionalDouble number = number(key, 0, most, expectation);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal exact = exact(scalarText(key)).orElseThrow().stripTrailingZeros();
        if (exact.scale() > MOST_DECIMALS) {
            wrong(key, scalarText(key), expectation, "");
            return Optional.empty();
        }
        return Optional.of(exact);
    }

    /** A share with at most four decimals, exactly as written. */
    Optional<BigDecimal> share(String key) {
        return decimal(
                key, 1, "must be a share between 0 and 1 with at most four decimals, such as 0.4");
    }

    /** Seconds, minutes or hours, such as {@code 60 s}, {@code 5 min}, {@code 1 h}. */
    Optional<Duration> duration(String key) {
        Optional<String> text = scalar(key, "a duration, such as 60 s").map(Node.Scalar::text);
        Matcher matcher = DURATION.matcher(text.orElse("").strip());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            wrong(key, text.get(), "must be a duration", "Such as 60 s, 5 min or 1 h.");
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(amount);
                    case "min" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                });
    }

    /** A list of words; empty where the key is absent. */
    List<String> words(String key) {
        List<String> words = new ArrayList<>();
        for (Node item : items(key, "a list of words, such as [visit, conversion]")) {
            if (item instanceof Node.Scalar scalar && scalar.text() != null) {
                words.add(scalar.text());
            } else {
                problem(item.line(), at(key), null, "must be a list of words", "");
            }
        }
        return words;
    }

    /** The mapping under {@code key}; an empty one after a problem. */
    Section section(String key, String example) {
        Node node = node(key);
        if (node instanceof Node.Mapping inner) {
            return inner(at(key), inner);
        }
        if (node == null) {
            missing(key, example);
        } else {
            notKeys(node, at(key), example);
        }
        return nothing(key);
    }

    /** The list of mappings under {@code key}; empty where the key is absent. */
    List<Section> sections(String key, String example) {
        List<Section> sections = new ArrayList<>();
        int number = 0;
        for (Node item : items(key, "a list of " + key)) {
            String itemPath = "%s[%d]".formatted(at(key), ++number);
            if (item instanceof Node.Mapping inner) {
                sections.add(inner(itemPath, inner));
            } else {
                notKeys(item, itemPath, example);
            }
        }
        return sections;
    }

    private void notKeys(Node node, String subject, String example) {
        problem(
                node.line(),
                subject,
                null,
                "must be keys with values",
                "Such as: " + example + ".");
    }

    private static Optional<BigDecimal> exact(String text) {
        try {
            return Optional.of(new BigDecimal(text.replace("_", "")));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
