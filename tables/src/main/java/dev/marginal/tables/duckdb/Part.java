package dev.marginal.tables.duckdb;

import java.io.IOException;
import java.util.List;

/**
 * One file of a source, or its query, ready to be read.
 *
 * @param name what messages call it
 * @param scan the SQL table expression of its rows
 * @param heads its columns in order
 * @param rows how many rows it has, or {@link #UNKNOWN}
 * @param sound whether all its rows can be read; if not, that is a problem already
 * @param lines where its rows stand; {@code null} if rows have no lines
 */
record Part(String name, String scan, List<Head> heads, long rows, boolean sound, Lines lines) {
    static final long UNKNOWN = -1;

    Part {
        heads = List.copyOf(heads);
    }

    List<String> names() {
        return heads.stream().map(Head::name).toList();
    }

    boolean isCsv() {
        return lines != null;
    }

    /** A column as it stands in a file. */
    record Head(String name, Type type) {}

    /** What a column holds before it is read as a field. */
    enum Type {
        /** Cells of a CSV file: text that may spell numbers. */
        CELL,
        TEXT,
        NUMBER,
        /** Lists, structs, bytes: nothing that a table can hold. */
        OTHER
    }

    /** Finds the lines of rows. */
    interface Lines {
        /** The lines of these rows, which are counted from 0 and ascend. */
        long[] of(long[] rows) throws IOException;
    }
}
