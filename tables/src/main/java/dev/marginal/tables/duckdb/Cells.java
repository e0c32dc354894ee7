package dev.marginal.tables.duckdb;

import dev.marginal.tables.Column;
import dev.marginal.tables.Field;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;

/** A column in the making: asks DuckDB for vectors and packs their values. */
abstract class Cells {
    private final Field field;
    private final Faults faults;

    Cells(Field field) {
        this.field = field;
        this.faults = new Faults(field.name());
    }

    /**
     * The cells of a field, with room for so many rows before they must grow.
     *
     * @param wordAdvice the next step for whoever brings a word to a column of numbers that may be
     *     missing
     */
    static Cells of(Field field, String wordAdvice, int rows) {
        return switch (field.kind()) {
            case ID -> new IdCells(field);
            case CATEGORY -> new CategoryCells(field, rows);
            case NUMBER -> new NumberCells(field, wordAdvice, rows);
            case AMOUNT -> new AmountCells(field, rows);
            case DAY -> new DayCells(field, rows);
            case INSTANT -> new InstantCells(field, rows);
        };
    }

    /**
     * The SQL expressions whose vectors {@link #add} takes.
     *
     * @param allNumbers whether every filled cell is known to spell a finite number
     */
    abstract List<String> expressions(Part.Head head, boolean allNumbers);

    /**
     * Packs the rows of a chunk.
     *
     * @param first the first of its vectors
     * @param row the number of the chunk's first row in the table
     */
    abstract void add(DuckDBDataChunkReader chunk, int first, int row);

    /** The finished column; faults that only the whole column shows are found here. */
    abstract Column column(int rows);

    Field field() {
        return field;
    }

    Faults faults() {
        return faults;
    }

    /** The expression of cells as text, NULL where they are empty. */
    static String text(Part.Head head) {
        String cell = Sql.identifier(head.name());
        return switch (head.type()) {
            case CELL -> cell;
            case TEXT -> "nullif(CAST(%s AS VARCHAR), '')".formatted(cell);
            case NUMBER, OTHER -> "CAST(%s AS VARCHAR)".formatted(cell);
        };
    }

    /** The capacity of an array that must hold {@code rows}, grown by half at a time. */
    static int grown(int capacity, int rows) {
        return (int) Math.max(rows, Math.min(DuckDbReader.MOST_ROWS, capacity * 3L / 2));
    }
}
