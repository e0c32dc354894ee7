package dev.marginal.tables.duckdb;

import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Source;
import dev.marginal.tables.csv.ColumnNames;
import dev.marginal.tables.csv.CsvFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Opens the parts of a source; whatever keeps one from being opened is a problem. */
final class Parts {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "BOOLEAN|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*|\"NULL\"");
    private static final Pattern TEXT =
            Pattern.compile("(VARCHAR|ENUM\\(.*\\)|UUID|JSON|DATE|TIME.*|INTERVAL|BIGNUM)");

    private final Session session;
    private final Problems problems;
    private final boolean mayBeEmpty;

    Parts(Session session, Problems problems, boolean mayBeEmpty) {
        this.session = session;
        this.problems = problems;
        this.mayBeEmpty = mayBeEmpty;
    }

    List<Part> of(Source source) {
        if (source instanceof Source.Query query) {
            return of(query).stream().toList();
        }
        List<Part> parts = new ArrayList<>();
        for (FileNames.Found file : new FileNames((Source.Files) source, problems).find()) {
            (file.isParquet() ? parquet(file) : csv(file)).ifPresent(parts::add);
        }
        return parts;
    }

    private Optional<Part> of(Source.Query query) {
        try {
            String scan = Sql.scanQuery(query.sql());
            List<Part.Head> heads = heads(scan);
            if (!ColumnNames.check(query.name(), 0, namesAsWritten(query.sql()), problems)) {
                return Optional.empty();
            }
            return Optional.of(new Part(query.name(), scan, heads, Part.UNKNOWN, true, null));
        } catch (SQLException failure) {
            problems.add(Refusal.ofQuery(query.name(), failure));
            return Optional.empty();
        }
    }

    private Optional<Part> csv(FileNames.Found found) {
        return CsvFile.inspect(found.path(), found.name(), mayBeEmpty, problems)
                .map(
                        file ->
                                new Part(
                                        found.name(),
                                        Sql.scan(file),
                                        cells(file),
                                        file.rows(),
                                        file.sound(),
                                        file::lines));
    }

    private static List<Part.Head> cells(CsvFile file) {
        return file.columns().stream()
                .map(column -> new Part.Head(column, Part.Type.CELL))
                .toList();
    }

    private Optional<Part> parquet(FileNames.Found found) {
        String scan = Sql.scanParquet(found.path());
        try {
            long rows = count(scan);
            if (rows == 0 && !mayBeEmpty) {
                problems.add(Problem.of(found.name(), "must have rows", ""));
                return Optional.empty();
            }
            return Optional.of(new Part(found.name(), scan, heads(scan), rows, true, null));
        } catch (SQLException failure) {
            problems.add(Refusal.of(found.name(), "must be a Parquet file", failure));
            return Optional.empty();
        }
    }

    private List<Part.Head> heads(String scan) throws SQLException {
        try (Statement statement = session.statement();
                ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + scan)) {
            List<Part.Head> heads = new ArrayList<>();
            while (rows.next()) {
                heads.add(new Part.Head(rows.getString(1), type(rows.getString(2))));
            }
            return heads;
        }
    }

    /** The columns of a query before DuckDB renames doubled ones; the query is not run. */
    private List<String> namesAsWritten(String sql) throws SQLException {
        try (PreparedStatement statement = session.prepare(sql)) {
            ResultSetMetaData columns = statement.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                names.add(columns.getColumnName(i));
            }
            return names;
        }
    }

    private long count(String scan) throws SQLException {
        try (Statement statement = session.statement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + scan)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Part.Type type(String name) {
        if (name.endsWith("]")) {
            return Part.Type.OTHER;
        }
        if (NUMBER.matcher(name).matches()) {
            return Part.Type.NUMBER;
        }
        return TEXT.matcher(name).matches() ? Part.Type.TEXT : Part.Type.OTHER;
    }
}
