package dev.marginal.tables.duckdb;

import dev.marginal.tables.Field;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/**
 * Numbers, from two vectors: the value, and the text of cells that may hold none. A value without a
 * text is missing; a text without a value is no number.
 */
abstract class NumericCells extends Cells {
    NumericCells(Field field) {
        super(field);
    }

    @Override
    List<String> expressions(Part.Head head, boolean allNumbers) {
        String cell = Sql.identifier(head.name());
        String noText = "CAST(NULL AS VARCHAR)";
        if (head.type() == Part.Type.NUMBER) {
            return List.of("CAST(%s AS DOUBLE)".formatted(cell), noText);
        }
        if (allNumbers) {
            return List.of("TRY_CAST(%s AS DOUBLE)".formatted(cell), noText);
        }
        String text = text(head);
        return List.of(Sql.number(text), text);
    }

    @Override
    void add(DuckDBDataChunkReader chunk, int first, int row) {
        DuckDBReadableVector values = chunk.vector(first);
        DuckDBReadableVector texts = chunk.vector(first + 1);
        int rows = (int) chunk.rowCount();
        makeRoom(row + rows);
        for (int i = 0; i < rows; i++) {
            if (values.isNull(i)) {
                put(row + i, Double.NaN);
                empty(row + i, texts, i);
            } else {
                double value = values.getDouble(i);
                put(row + i, value);
                if (!fits(value)) {
                    misfit(row + i, value);
                }
            }
        }
    }

    abstract void makeRoom(int rows);

    abstract void put(int row, double value);

    /** Whether a value may stand in this column; one that is not finite never may. */
    abstract boolean fits(double value);

    /** The next step for whoever brings a word; empty where there is none to tell. */
    abstract String wordAdvice();

    private void empty(int row, DuckDBReadableVector texts, int i) {
        boolean missing = texts.isNull(i);
        if (missing && !field().required()) {
            return;
        }
        if (!faults().hasRoom()) {
            faults().count();
        } else if (missing) {
            faults().addMissing(row);
        } else {
            wrong(row, texts.getString(i));
        }
    }

    private void wrong(int row, String text) {
        faults().add(
                        row,
                        text,
                        Wording.numberExpectation(text),
                        Wording.numberAdvice(text, field(), wordAdvice()));
    }

    private void misfit(int row, double value) {
        if (!faults().hasRoom()) {
            faults().count();
        } else if (Double.isFinite(value) && field().kind() == Field.Kind.AMOUNT) {
            faults().add(row, Wording.plain(value), Wording.range(field()), "");
        } else {
            wrong(row, Double.toString(value));
        }
    }
}
