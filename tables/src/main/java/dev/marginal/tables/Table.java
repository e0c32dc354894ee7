package dev.marginal.tables;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rows of typed columns, all equally long.
 *
 * @param origin what the rows were read from, in the user's words; used in messages
 */
public record Table(String origin, int rows, List<Column> columns) {
    public Table {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            Requires.require(
                    column.rows() == rows,
                    "rows of column " + column.name(),
                    column.rows(),
                    rows + ", as in the table");
        }
    }

    /** The headers, in file order. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** The column of this name and type. */
    public <C extends Column> C column(String name, Class<C> type) {
        Column column = byName().get(name);
        Requires.require(
                type.isInstance(column),
                "column",
                name,
                "a " + type.getSimpleName() + " of " + origin);
        return type.cast(column);
    }

    private Map<String, Column> byName() {
        return columns.stream().collect(Collectors.toMap(Column::name, Function.identity()));
    }
}
