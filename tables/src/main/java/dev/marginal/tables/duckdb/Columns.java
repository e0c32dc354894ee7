package dev.marginal.tables.duckdb;

import dev.marginal.tables.Field;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the columns of a source with those a layout asks for. */
final class Columns {
    private static final int TOLD = 12;

    private final List<Part> parts;
    private final Layout layout;
    private final Problems problems;
    private final Map<String, Field> declared;

    Columns(List<Part> parts, Layout layout, Problems problems) {
        this.parts = parts;
        this.layout = layout;
        this.problems = problems;
        this.declared = new LinkedHashMap<>();
        layout.fields().forEach(field -> declared.put(field.name(), field));
    }

    /**
     * Adds a problem for each column that is absent, refused, or not in every part; false if the
     * parts differ, so that their rows make no table.
     */
    boolean check() {
        Part first = parts.get(0);
        layout.fields().forEach(field -> checkPresent("column", field.name(), first));
        layout.ignored().forEach(name -> checkIgnored(name, first));
        others().forEach(head -> checkOther(first, head));
        first.heads().stream()
                .filter(head -> declared.containsKey(head.name()))
                .forEach(head -> checkType(first, head));
        long before = problems.count();
        parts.stream().skip(1).forEach(part -> checkSame(first, part));
        return problems.count() == before;
    }

    /**
     * The columns whose cells decide what they are read as, and with them the declared numbers,
     * which are read faster where all are known to be some. Those alone are not worth a pass.
     */
    List<String> counted() {
        List<String> counted = new ArrayList<>();
        if (parts.get(0).heads().stream().noneMatch(this::isFeature)) {
            return counted;
        }
        for (Part.Head head : parts.get(0).heads()) {
            Field field = declared.get(head.name());
            boolean numeric =
                    field != null
                            && (field.kind() == Field.Kind.NUMBER
                                    || field.kind() == Field.Kind.AMOUNT);
            if (head.type() == Part.Type.CELL && (numeric || isFeature(head))) {
                counted.add(head.name());
            }
        }
        return counted;
    }

    /** The fields to read, in file order. */
    List<Field> fields(Census census) {
        List<Field> fields = new ArrayList<>();
        for (Part.Head head : parts.get(0).heads()) {
            if (declared.containsKey(head.name())) {
                fields.add(declared.get(head.name()));
            } else if (isFeature(head)) {
                fields.add(feature(head, census));
            }
        }
        return fields;
    }

    private static Field feature(Part.Head head, Census census) {
        boolean number =
                head.type() == Part.Type.NUMBER
                        || head.type() == Part.Type.CELL && census.isNumeric(head.name());
        return number ? Field.number(head.name()) : Field.category(head.name());
    }

    private boolean isFeature(Part.Head head) {
        return layout.others() == Layout.Others.FEATURES && others().contains(head);
    }

    private List<Part.Head> others() {
        return parts.get(0).heads().stream()
                .filter(head -> !declared.containsKey(head.name()))
                .filter(head -> !layout.ignored().contains(head.name()))
                .toList();
    }

    private void checkPresent(String subject, String name, Part part) {
        if (part.names().contains(name)) {
            return;
        }
        String suggestion = Suggestion.didYouMean(name, part.names());
        String advice =
                suggestion.isEmpty()
                        ? "There are %s.".formatted(Wording.list(part.names(), TOLD))
                        : suggestion;
        add(part, subject, name, "must be there", advice);
    }

    private void checkIgnored(String name, Part part) {
        checkPresent("ignored column", name, part);
        if (declared.containsKey(name)) {
            add(part, "ignored column", name, "must not be asked for as well", "");
        }
    }

    private void checkOther(Part part, Part.Head head) {
        if (layout.others() == Layout.Others.PASSED_OVER) {
            return;
        }
        if (layout.others() == Layout.Others.FEATURES) {
            checkType(part, head);
            return;
        }
        List<String> names = List.copyOf(declared.keySet());
        String suggestion = Suggestion.didYouMean(head.name(), names);
        add(
                part,
                "column",
                head.name(),
                "must be one of " + Wording.list(names, TOLD),
                suggestion.isEmpty() ? layout.advice() : suggestion);
    }

    private void checkType(Part part, Part.Head head) {
        if (head.type() == Part.Type.OTHER) {
            add(part, "column", head.name(), "must hold numbers or text", "Maybe ignore it.");
        }
    }

    private void checkSame(Part first, Part part) {
        for (String name : first.names()) {
            if (!part.names().contains(name)) {
                String advice = Suggestion.didYouMean(name, part.names());
                add(part, "column", name, "must be there as in " + first.name(), advice);
            }
        }
        for (Part.Head head : part.heads()) {
            int same = first.names().indexOf(head.name());
            if (same < 0) {
                add(part, "column", head.name(), "must stand in " + first.name() + " too", "");
            } else if (first.heads().get(same).type() != head.type()) {
                add(
                        part,
                        "column",
                        head.name(),
                        "must have the type it has in " + first.name(),
                        "");
            }
        }
    }

    private void add(Part part, String subject, String name, String expectation, String advice) {
        long line = part.isCsv() ? 1 : 0;
        problems.add(new Problem(part.name(), line, subject, name, expectation, advice));
    }
}
