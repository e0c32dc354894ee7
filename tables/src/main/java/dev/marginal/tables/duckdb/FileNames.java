package dev.marginal.tables.duckdb;

import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Source;
import dev.marginal.tables.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the files that a pattern stands for, in the order of their names. */
final class FileNames {
    private static final int TOLD = 10;

    private static final String MEMORY = "1GB";

    private final Source.Files source;
    private final Problems problems;

    FileNames(Source.Files source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** A file and what messages call it. */
    record Found(Path path, String name) {
        boolean isParquet() {
            return name.toLowerCase(Locale.ROOT).endsWith(".parquet");
        }
    }

    /** The files; where there is none, the reason is a problem. */
    List<Found> find() {
        String pattern = source.pattern();
        if (!isReadable(pattern)) {
            return none("must end in .csv, .csv.gz or .parquet", "");
        }
        try {
            Path file = source.folder().resolve(pattern);
            if (Files.isDirectory(file)) {
                return none("must be a file, not a folder", "Maybe '%s/*.csv'?".formatted(pattern));
            }
            if (Files.exists(file)) {
                return List.of(new Found(file, pattern));
            }
        } catch (InvalidPathException failure) {
            return none("must be a file name", "");
        }
        return pattern.matches(".*[*?\\[].*") ? matches() : none("must exist", neighbours());
    }

    private static boolean isReadable(String name) {
        return name.toLowerCase(Locale.ROOT).matches("(?s).*\\.(csv|csv\\.gz|parquet)");
    }

    private List<Found> none(String expectation, String advice) {
        problems.add(Problem.of(source.pattern(), expectation, advice));
        return List.of();
    }

    private List<Found> matches() {
        Path folder = source.folder().toAbsolutePath();
        String start = folder.toString().replaceAll("[*?\\[]", "[$0]");
        String glob = Path.of(source.pattern()).isAbsolute() ? "" : start + "/";
        try {
            List<Found> found = new ArrayList<>();
            for (String path : glob(glob + source.pattern())) {
                Path file = Path.of(path);
                String name = file.startsWith(folder) ? folder.relativize(file).toString() : path;
                found.add(new Found(file, name));
            }
            return found.isEmpty() ? none("must match a file", neighbours()) : found;
        } catch (SQLException failure) {
            return none("must be a pattern: " + Sql.firstWords(failure.getMessage()), "");
        }
    }

    private List<String> glob(String pattern) throws SQLException {
        try (Session session = Session.open(source.folder(), 1, MEMORY);
                Statement statement = session.statement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT file FROM glob(%s) ORDER BY file"
                                        .formatted(Sql.quote(pattern)))) {
            List<String> files = new ArrayList<>();
            while (rows.next()) {
                files.add(rows.getString(1));
            }
            return files;
        }
    }

    private String neighbours() {
        Path file = source.folder().resolve(source.pattern()).normalize();
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "There is no folder '%s'.".formatted(folder);
        }
        List<String> names = readable(folder);
        String suggestion = Suggestion.didYouMean(file.getFileName().toString(), names);
        if (!suggestion.isEmpty()) {
            return suggestion;
        }
        return names.isEmpty()
                ? "The folder holds no .csv, .csv.gz or .parquet."
                : "The folder holds %s.".formatted(Wording.list(names, TOLD));
    }

    private static List<String> readable(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(FileNames::isReadable)
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
