package dev.marginal.tables.duckdb;

import dev.marginal.tables.ColumnProfile;
import dev.marginal.tables.ColumnProfile.Word;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Source;
import dev.marginal.tables.TableProfile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Looks at files of which nobody has said yet what their columns mean: counts what cells look like,
 * all columns in one reading, and then the most frequent words of each.
 */
public final class Glimpse {
    private static final String MEMORY = "2GB";
    private static final long COUNTED_EXACTLY = 1_000_000;

    /** As many words as a treatment may have arms. */
    private static final int WORDS = 65;

    private static final String TABLE = "looked_at";
    private static final int STRAYS = 5;
    private static final int FIGURES = 11;

    private final Session session;
    private final boolean exactly;

    private Glimpse(Session session, boolean exactly) {
        this.session = session;
        this.exactly = exactly;
    }

    /**
     * Looks at a source.
     *
     * @throws dev.marginal.tables.BadInput with every problem of its shape
     */
    public static TableProfile of(Source source) {
        Problems problems = new Problems();
        try (Session session = Session.open(source.folder(), Session.allThreads(), MEMORY)) {
            List<Part> parts = new Parts(session, problems, false).of(source);
            problems.throwIfAny();
            long rows = parts.stream().mapToLong(Part::rows).sum();
            String all =
                    parts.stream()
                            .map(part -> "SELECT * FROM " + asText(part))
                            .collect(Collectors.joining(" UNION ALL BY NAME "));
            session.run("CREATE TEMP TABLE %s AS %s".formatted(TABLE, all));
            List<ColumnProfile> columns =
                    new Glimpse(session, rows <= COUNTED_EXACTLY).columns(parts.get(0).names());
            return new TableProfile(source, columns.get(0).rows(), columns);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    private static String asText(Part part) {
        String cells =
                part.heads().stream()
                        .map(head -> Cells.text(head) + " AS " + Sql.identifier(head.name()))
                        .collect(Collectors.joining(", "));
        return "(SELECT %s FROM %s)".formatted(cells, part.scan());
    }

    private List<ColumnProfile> columns(List<String> names) throws SQLException {
        String figures = names.stream().map(this::figures).collect(Collectors.joining(", "));
        try (Statement statement = session.statement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*), " + figures + " FROM " + TABLE)) {
            row.next();
            List<ColumnProfile> columns = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                columns.add(column(names.get(i), row, 2 + i * FIGURES));
            }
            return columns;
        }
    }

    private String figures(String name) {
        String cell = Sql.identifier(name);
        String number = "(" + Sql.number(cell) + ")";
        return String.join(
                ", ",
                "count(%s)".formatted(cell),
                "count(%s)".formatted(number),
                "count(*) FILTER (WHERE %1$s = trunc(%1$s))".formatted(number),
                "count(*) FILTER (WHERE %s = 0 OR regexp_full_match(%s, '0+,0+'))"
                        .formatted(number, cell),
                matching(cell, "[+-]?(\\d{1,3}(\\.\\d{3})+|\\d+),\\d+"),
                matching(cell, "\\d{4}-\\d\\d-\\d\\d([ T].*)?"),
                matching(cell, "\\d{1,2}([./-])\\d{1,2}[./-](\\d\\d|\\d{4})([ T].*)?"),
                (exactly ? "count(DISTINCT %s)" : "approx_count_distinct(%s)").formatted(cell),
                "min(%s)".formatted(number),
                "max(%s)".formatted(number),
                "avg(%s)".formatted(number));
    }

    private static String matching(String cell, String pattern) {
        return "count(*) FILTER (WHERE regexp_full_match(%s, %s))"
                .formatted(cell, Sql.quote(pattern));
    }

    private ColumnProfile column(String name, ResultSet row, int first) throws SQLException {
        long filled = row.getLong(first);
        long numbers = row.getLong(first + 1);
        long decimalCommas = row.getLong(first + 4);
        return new ColumnProfile(
                name,
                row.getLong(1),
                filled,
                numbers,
                row.getLong(first + 2),
                row.getLong(first + 3),
                decimalCommas,
                row.getLong(first + 5),
                row.getLong(first + 6),
                row.getLong(first + 7),
                number(row, first + 8),
                number(row, first + 9),
                number(row, first + 10),
                words(name, "true", WORDS),
                numbers + decimalCommas == 0 || numbers == filled
                        ? List.of()
                        : words(
                                name,
                                "(" + Sql.number(Sql.identifier(name)) + ") IS NULL",
                                STRAYS));
    }

    private static double number(ResultSet row, int place) throws SQLException {
        double number = row.getDouble(place);
        return row.wasNull() ? Double.NaN : number;
    }

    private List<Word> words(String name, String where, int most) throws SQLException {
        String cell = Sql.identifier(name);
        String sql =
                "SELECT %1$s, count(*) FROM %2$s WHERE %1$s IS NOT NULL AND %3$s GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT %4$d"
                        .formatted(cell, TABLE, where, most);
        try (Statement statement = session.statement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Word> words = new ArrayList<>();
            while (rows.next()) {
                words.add(new Word(rows.getString(1), rows.getLong(2)));
            }
            return words;
        }
    }
}
