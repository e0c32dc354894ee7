package dev.marginal.tables;

import java.util.List;

/**
 * What a reader expects of a whole file.
 *
 * @param fields columns that must exist, each with its type
 * @param ignored columns that must exist and are not read
 * @param others what becomes of all other columns
 */
public record Layout(List<Field> fields, List<String> ignored, Others others) {
    /** What becomes of columns that nobody named. */
    public enum Others {
        /**
         * Read as features: numbers where at least half of the filled cells are numbers (every
         * other filled cell is then a problem), categories otherwise.
         */
        FEATURES,
        /** Each is a problem. */
        REFUSED
    }

    public Layout {
        fields = List.copyOf(fields);
        ignored = List.copyOf(ignored);
    }
}
