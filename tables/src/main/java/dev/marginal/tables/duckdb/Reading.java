package dev.marginal.tables.duckdb;

import dev.marginal.tables.Column;
import dev.marginal.tables.Field;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/** One reading of all parts of a source into one table. */
final class Reading {
    private static final int FIRST_ROWS = 1 << 14;

    private final Session session;
    private final String source;
    private final List<Part> parts;
    private final Layout layout;
    private final Problems problems;
    private final int[] firstRows;
    private int rows;

    Reading(Session session, String source, List<Part> parts, Layout layout, Problems problems) {
        this.session = session;
        this.source = source;
        this.parts = parts;
        this.layout = layout;
        this.problems = problems;
        this.firstRows = new int[parts.size()];
    }

    Table table() {
        Columns columns = new Columns(parts, layout, problems);
        if (!columns.check()) {
            problems.throwIfAny();
        }
        Census census = Census.of(session, parts, columns.counted(), problems);
        List<Cells> cells =
                columns.fields(census).stream()
                        .map(field -> Cells.of(field, wordAdvice(field), expectedRows()))
                        .toList();
        if (!readAll(cells, census)) {
            problems.throwIfAny();
        }
        return table(cells);
    }

    private Table table(List<Cells> cells) {
        List<Column> columns = cells.stream().map(each -> each.column(rows)).toList();
        List<Faults> faults = cells.stream().map(Cells::faults).toList();
        new Telling(parts, firstRows).tell(faults, problems);
        problems.throwIfAny();
        return new Table(source, rows, columns);
    }

    /** Nobody declared a feature a number: that may be what is wrong. */
    private String wordAdvice(Field field) {
        return layout.fields().contains(field) ? "Maybe leave the cell empty." : layout.advice();
    }

    private int expectedRows() {
        long known = parts.stream().mapToLong(Part::rows).sum();
        return known == Part.UNKNOWN ? FIRST_ROWS : (int) known;
    }

    /** False if a part was not read as it stands; that is then a problem. */
    private boolean readAll(List<Cells> cells, Census census) {
        for (int i = 0; i < parts.size(); i++) {
            firstRows[i] = rows;
            if (!readWhole(parts.get(i), cells, census)) {
                return false;
            }
        }
        if (rows == 0 && !layout.mayBeEmpty() && problems.isEmpty()) {
            problems.add(Problem.of(source, "must have rows", ""));
        }
        return true;
    }

    private boolean readWhole(Part part, List<Cells> cells, Census census) {
        int before = rows;
        try {
            read(part, cells, census);
        } catch (SQLException failure) {
            if (part.isCsv()) {
                Refusal.ofCsv(part, failure, problems);
            } else {
                problems.add(Refusal.ofQuery(part.name(), failure));
            }
            return false;
        }
        boolean whole = part.rows() == Part.UNKNOWN || rows - before == part.rows();
        if (!whole && part.sound()) {
            String expectation =
                    "must be readable by DuckDB, which reads %,d rows of %,d"
                            .formatted(rows - before, part.rows());
            problems.add(Problem.of(part.name(), expectation, "Maybe save the file again."));
        }
        return whole;
    }

    private void read(Part part, List<Cells> cells, Census census) throws SQLException {
        Map<String, Part.Head> heads =
                part.heads().stream()
                        .collect(Collectors.toMap(Part.Head::name, Function.identity()));
        List<Cells> present =
                cells.stream().filter(each -> heads.containsKey(each.field().name())).toList();
        List<String> expressions = new ArrayList<>();
        int[] firsts = new int[present.size()];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = expressions.size();
            Field field = present.get(i).field();
            expressions.addAll(
                    present.get(i)
                            .expressions(heads.get(field.name()), census.allNumbers(field.name())));
        }
        String selected = expressions.isEmpty() ? "0" : String.join(", ", expressions);
        try (DuckDBPreparedStatement statement =
                        session.prepare("SELECT " + selected + " FROM " + part.scan());
                DuckDBChunkedResult result = statement.query()) {
            read(result, present, firsts);
        }
    }

    private void read(DuckDBChunkedResult result, List<Cells> cells, int[] firsts) {
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            if (rows > DuckDbReader.MOST_ROWS - chunk.rowCount()) {
                throw DuckDbReader.tooLong(source);
            }
            for (int i = 0; i < firsts.length; i++) {
                cells.get(i).add(chunk, firsts[i], rows);
            }
            rows += (int) chunk.rowCount();
        }
    }
}
