package dev.marginal.tables;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a reader expects of a whole file.
 *
 * @param fields columns that must exist, each with its type
 * @param ignored columns that must exist and are not read
 * @param others what becomes of all other columns
 * @param refusal the next step for whoever brings a refused column, as a sentence
 * @param mayBeEmpty whether a header without rows will do
 */
public record Layout(
        List<Field> fields,
        List<String> ignored,
        Others others,
        String refusal,
        boolean mayBeEmpty) {
    /** What becomes of columns that nobody named. */
    public enum Others {
        /**
         * Read as features: numbers where at least half of the filled cells are numbers (every
         * other filled cell is then a problem), categories otherwise.
         */
        FEATURES,
        /** Each is a problem. */
        REFUSED,
        /** Not read. */
        PASSED_OVER
    }

    /** A layout whose refused columns had better be removed. */
    public Layout(List<Field> fields, List<String> ignored, Others others) {
        this(fields, ignored, others, "Maybe remove it.");
    }

    /** A layout of a table with rows. */
    public Layout(List<Field> fields, List<String> ignored, Others others, String refusal) {
        this(fields, ignored, others, refusal, false);
    }

    /** Some columns of a table that may have others, and no rows. */
    public static Layout some(List<Field> fields) {
        return new Layout(fields, List.of(), Others.PASSED_OVER, "", true);
    }

    public Layout {
        fields = List.copyOf(fields);
        ignored = List.copyOf(ignored);
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            Requires.require(names.add(field.name()), "field", field.name(), "asked for once");
        }
    }
}
