package dev.marginal.tables.csv;

import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * The shape of one CSV file, after every record was walked over.
 *
 * @param name what the user calls the file
 * @param columns the header, each name there once and not empty
 * @param quoted whether any cell stands in quotes, or may do so
 * @param rows how many records after the header are well shaped
 * @param sound whether all of them are
 */
public record CsvFile(
        Path path,
        String name,
        char delimiter,
        List<String> columns,
        boolean quoted,
        long rows,
        boolean sound) {
    public CsvFile {
        columns = List.copyOf(columns);
    }

    /**
     * Walks over a file and adds every problem of its shape: an empty file, no rows, ragged rows,
     * open quotes, bytes that are not UTF-8, a damaged archive, a header with empty or doubled
     * names.
     *
     * @param mayBeEmpty whether a header without rows will do
     * @return the shape; empty if the header is of no use
     */
    public static Optional<CsvFile> inspect(
            Path path, String name, boolean mayBeEmpty, Problems problems) {
        try {
            Header header = header(path);
            if (header.names().isEmpty()) {
                problems.add(Problem.of(name, "must have a header and rows", "The file is empty."));
                return Optional.empty();
            }
            return inspect(path, name, header, mayBeEmpty, problems);
        } catch (ZipException | EOFException failure) {
            problems.add(
                    Problem.of(
                            name, "must be a whole gzip file", "Maybe copy or download it again."));
        } catch (IOException failure) {
            problems.add(Problem.of(name, "must be a file that can be read", ""));
        }
        return Optional.empty();
    }

    /** What the header of a file says of it; the rows are not walked over, and count as 0. */
    public static CsvFile glance(Path path, String name) throws IOException {
        Header header = header(path);
        return new CsvFile(path, name, header.delimiter(), header.names(), true, 0, true);
    }

    /** Whether the file is packed by gzip. */
    public boolean packed() {
        return CsvBytes.isPacked(path);
    }

    /**
     * The line on which each of these rows begins.
     *
     * @param wanted well-shaped rows counted from 0 after the header, ascending
     */
    public long[] lines(long[] wanted) throws IOException {
        long[] lines = new long[wanted.length];
        try (RecordScanner scanner = scanner(path, delimiter)) {
            scanner.next();
            long row = -1;
            for (int i = 0; i < wanted.length; i++) {
                while (row < wanted[i] && scanner.next()) {
                    row += scanner.isRow(columns.size()) ? 1 : 0;
                }
                lines[i] = scanner.line();
            }
        }
        return lines;
    }

    private static Header header(Path path) throws IOException {
        try (InputStream in = CsvBytes.open(path)) {
            return Header.read(in);
        }
    }

    private static Optional<CsvFile> inspect(
            Path path, String name, Header header, boolean mayBeEmpty, Problems problems)
            throws IOException {
        boolean named = ColumnNames.check(name, 1, header.names(), problems);
        try (RecordScanner scanner = scanner(path, header.delimiter())) {
            ShapeCheck check = new ShapeCheck(name, header, mayBeEmpty, problems);
            check.all(scanner);
            CsvFile file =
                    new CsvFile(
                            path,
                            name,
                            header.delimiter(),
                            header.names(),
                            scanner.sawQuotes(),
                            check.rows(),
                            check.isSound());
            return named && check.isHeaderSound() ? Optional.of(file) : Optional.empty();
        }
    }

    private static RecordScanner scanner(Path path, char delimiter) throws IOException {
        return new RecordScanner(CsvBytes.open(path), delimiter);
    }
}
