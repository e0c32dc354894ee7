package dev.marginal.scenarios.daily;

import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The hash of a source: of its files' bytes, or of the rows that a query gives. */
final class SourceHash {
    private SourceHash() {}

    static String of(Source source) {
        try (Database database = Database.over(source.folder())) {
            return source instanceof Source.Query query
                    ? query(database, query)
                    : files(database, (Source.Files) source);
        }
    }

    private static String files(Database database, Source.Files source) {
        String pattern = source.folder().resolve(source.pattern()).toAbsolutePath().toString();
        List<Map<String, Object>> found =
                database.rows(
                        "select file from glob(%s) order by file"
                                .formatted(Database.quote(pattern)));
        return found.isEmpty()
                ? "no such file"
                : found.stream()
                        .map(row -> Fingerprint.of(Path.of(row.get("file").toString())))
                        .collect(Collectors.joining(" "));
    }

    /** Rows in whatever order; the same rows give the same number. */
    private static String query(Database database, Source.Query query) {
        Map<String, Object> row =
                database.rows(
                                "select count(*) as rows, sum(hash(q)::hugeint) as hash from (%s) q"
                                        .formatted(query.sql()))
                        .get(0);
        return "%s rows, %s".formatted(row.get("rows"), row.get("hash"));
    }
}
