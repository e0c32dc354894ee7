package dev.marginal.tables;

import java.util.List;
import java.util.Optional;

/**
 * What a source looks like before anybody has said what its columns mean.
 *
 * @param source that was looked at
 * @param rows how many
 * @param columns in file order
 */
public record TableProfile(Source source, long rows, List<ColumnProfile> columns) {
    public TableProfile {
        columns = List.copyOf(columns);
    }

    /** The headers, in file order. */
    public List<String> names() {
        return columns.stream().map(ColumnProfile::name).toList();
    }

    /** The column of this name. */
    public Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
