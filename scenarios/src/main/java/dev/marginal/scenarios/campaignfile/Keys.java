package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.AudienceWords;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Suggestion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of one mapping: which are there, which were asked for, and what is wrong with them. */
class Keys {
    private final String file;
    private final String path;
    private final Node.Mapping mapping;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    Keys(String file, String path, Node.Mapping mapping, Problems problems) {
        this.file = file;
        this.path = path;
        this.mapping = mapping;
        this.problems = problems;
    }

    boolean has(String key) {
        return mapping.values().containsKey(key);
    }

    /** Every key, in file order. */
    List<String> keys() {
        return List.copyOf(mapping.values().keySet());
    }

    /** Whether a key's value is keys with values itself. */
    boolean holdsKeys(String key) {
        return mapping.values().get(key) instanceof Node.Mapping;
    }

    /** Whether a key's value is a list. */
    boolean holdsItems(String key) {
        return mapping.values().get(key) instanceof Node.Items;
    }

    /** How many problems the whole file has so far. */
    long problems() {
        return problems.count();
    }

    /** Where a key stands. */
    AudienceWords.Place place(String key) {
        Node node = mapping.values().get(key);
        return new AudienceWords.Place(node == null ? mapping.line() : node.line(), at(key));
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

    List<Node> items(String key, String expectation) {
        Node node = node(key);
        if (node instanceof Node.Items list) {
            return list.items();
        }
        if (node != null) {
            problem(node.line(), at(key), scalarText(key), "must be " + expectation, "");
        }
        return List.of();
    }

    Optional<Node.Scalar> scalar(String key, String expectation) {
        Node node = node(key);
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

    void problem(long line, String subject, String value, String expectation, String advice) {
        problems.add(new Problem(file, line, subject, value, expectation, advice));
    }

    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The same file's section of these keys. */
    Section inner(String innerPath, Node.Mapping inner) {
        return new Section(file, innerPath, inner, problems);
    }

    /** A section without keys, whose problems nobody hears. */
    Section nothing(String key) {
        Node.Mapping empty = new Node.Mapping(mapping.line(), Map.of());
        return new Section(file, at(key), empty, new Problems());
    }

    /** What stands under a key; {@code null} for nothing. */
    Node node(String key) {
        known.add(key);
        return mapping.values().get(key);
    }
}
