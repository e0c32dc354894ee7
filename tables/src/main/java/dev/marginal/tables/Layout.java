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
 * @param advice the next step, as a sentence, for whoever brings another column that does not do:
 *     one that is refused, or a feature that is a number in most rows and a word in some
 * @param mayBeEmpty whether a header without rows will do
 */
public record Layout(
        List<Field> fields,
        List<String> ignored,
        Others others,
        String advice,
        boolean mayBeEmpty) {
    /** What becomes of columns that nobody named. */
    public enum Others {
        /**
         * Read as features: numbers where at least half of the filled cells are numbers (every
         * other filled cell is then a problem), categories otherwise.
         */
        FEATURES("Maybe leave the cell empty."),
        /** Each is a problem. */
        REFUSED("Maybe remove it."),
        /** Not read. */
        PASSED_OVER("");

        private final String advice;

        Others(String advice) {
            this.advice = advice;
        }
    }

    /** A layout with the usual advice: cells had better be empty, refused columns be removed. */
    public Layout(List<Field> fields, List<String> ignored, Others others) {
        this(fields, ignored, others, others.advice);
    }

    /** A layout of a table with rows. */
    public Layout(List<Field> fields, List<String> ignored, Others others, String advice) {
        this(fields, ignored, others, advice, false);
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
