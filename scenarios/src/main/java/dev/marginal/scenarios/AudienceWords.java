package dev.marginal.scenarios;

import java.util.List;
import java.util.Map;

/**
 * What rules and offers of a campaign file say about columns of the audience; whether it is so, the
 * audience alone can tell.
 *
 * @param columns every column that is named, once for each place
 * @param conditions every condition that is more than one column's values
 */
public record AudienceWords(List<Column> columns, List<Condition> conditions) {
    public AudienceWords {
        columns = List.copyOf(columns);
        conditions = List.copyOf(conditions);
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return columns.isEmpty() && conditions.isEmpty();
    }

    /**
     * Where something is said, for messages.
     *
     * @param subject such as {@code rules[4].by}
     */
    public record Place(long line, String subject) {}

    /** What a column is named for. */
    public enum Use {
        /** Its values as words. */
        VALUES,
        /** Its values compared with quoted words. */
        QUOTED,
        /** Its numbers as amounts. */
        AMOUNT
    }

    /**
     * A column that is named.
     *
     * @param values the values of it that are named, each with its place
     */
    public record Column(Place place, String column, Use use, Map<String, Place> values) {
        public Column {
            values = Map.copyOf(values);
        }
    }

    /**
     * A condition that DuckDB has to evaluate.
     *
     * @param text one boolean expression over columns, as written
     * @param columns those that it names
     */
    public record Condition(Place place, String text, List<String> columns) {
        public Condition {
            columns = List.copyOf(columns);
        }
    }
}
