package dev.marginal.scenarios.campaignfile;

import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads one mapping key by key. What is wrong goes to the problems and a harmless value comes back,
 * so that the reading goes on and finds the rest; nothing is built from a file that has problems.
 */
final class Section {
    private final String file;
    private final String path;
    private final Node.Mapping mapping;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    Section(String file, String path, Node.Mapping mapping, Problems problems) {
        this.file = file;
        this.path = path;
        this.mapping = mapping;
        this.problems = problems;
    }

    boolean has(String key) {
        return mapping.values().containsKey(key);
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

    /** A finite number in [least, most]. */
    OptionalDouble number(String key, double least, double most, String expectation) {
        Optional<String> text = scalar(key, "a number").map(Node.Scalar::text);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        double number = parse(text.get());
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
        known.add(key);
        Node node = mapping.values().get(key);
        if (node instanceof Node.Mapping inner) {
            return new Section(file, at(key), inner, problems);
        }
        if (node == null) {
            missing(key, example);
        } else {
            problem(
                    node.line(),
                    at(key),
                    null,
                    "must be keys with values",
                    "Such as: " + example + ".");
        }
        return new Section(
                file, at(key), new Node.Mapping(mapping.line(), Map.of()), new Problems());
    }

    /** The list of mappings under {@code key}; empty where the key is absent. */
    List<Section> sections(String key, String example) {
        List<Section> sections = new ArrayList<>();
        int number = 0;
        for (Node item : items(key, "a list of " + key)) {
            String itemPath = "%s[%d]".formatted(at(key), ++number);
            if (item instanceof Node.Mapping inner) {
                sections.add(new Section(file, itemPath, inner, problems));
            } else {
                problem(
                        item.line(),
                        itemPath,
                        null,
                        "must be keys with values",
                        "Such as: " + example + ".");
            }
        }
        return sections;
    }

    /** Tells of every key that was not asked for. */
    void noOtherKeys() {
        mapping.values()
                .forEach(
                        (key, node) -> {
                            if (!known.contains(key)) {
                                problem(
                                        node.line(),
                                        at(key),
                                        null,
                                        "is not a key here",
                                        adviceFor(key));
                            }
                        });
    }

    void missing(String key, String example) {
        problem(mapping.line(), at(key), null, "is missing", "Such as: " + example + ".");
    }

    void wrong(String key, String value, String expectation, String advice) {
        Node node = mapping.values().get(key);
        problem(node == null ? mapping.line() : node.line(), at(key), value, expectation, advice);
    }

    /** The value of a key as written; {@code null} if it has none. */
    String scalarText(String key) {
        return mapping.values().get(key) instanceof Node.Scalar scalar ? scalar.text() : null;
    }

    private String adviceFor(String key) {
        String suggestion = Suggestion.didYouMean(key, known);
        return suggestion.isEmpty() ? "Known here: " + String.join(", ", known) + "." : suggestion;
    }

    private List<Node> items(String key, String expectation) {
        known.add(key);
        Node node = mapping.values().get(key);
        if (node instanceof Node.Items list) {
            return list.items();
        }
        if (node != null) {
            problem(node.line(), at(key), scalarText(key), "must be " + expectation, "");
        }
        return List.of();
    }

    private Optional<Node.Scalar> scalar(String key, String expectation) {
        known.add(key);
        Node node = mapping.values().get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof Node.Scalar scalar
                && scalar.text() != null
                && !scalar.text().isBlank()) {
            return Optional.of(scalar);
        }
        problem(node.line(), at(key), null, "must be " + expectation, "");
        return Optional.empty();
    }

    private static double parse(String text) {
        try {
            return new BigDecimal(text.replace("_", "")).doubleValue();
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    private void problem(
            long line, String subject, String value, String expectation, String advice) {
        problems.add(new Problem(file, line, subject, value, expectation, advice));
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
