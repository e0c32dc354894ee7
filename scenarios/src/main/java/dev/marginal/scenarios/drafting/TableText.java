package dev.marginal.scenarios.drafting;

import dev.marginal.tables.Source;
import dev.marginal.tables.TableProfile;
import dev.marginal.tables.csv.CsvFile;
import dev.marginal.tables.duckdb.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a campaign file says that a table is: the file as it is, or SQL over it where cells have to
 * be cleaned or ids to be made.
 *
 * @param folder of the campaign file
 */
record TableText(TableProfile table, Guess guess, Path folder) {
    /** The name that rows without an id get one by. */
    static final String ROW = "customer_id";

    /** Whether cells of used columns have to be cleaned. */
    boolean needsCleaning() {
        return table.columns().stream()
                .anyMatch(
                        column ->
                                guess.used().contains(column.name())
                                        && isNumber(column.name())
                                        && Cleaning.of(column) != Cleaning.NONE);
    }

    /** {@code file: history.csv}. */
    List<String> file() {
        return List.of("file: " + Yaml.word(name()));
    }

    /** A query for the used columns of the history. */
    List<String> historyQuery() {
        List<String> lines = new ArrayList<>(List.of("sql: |", "  select"));
        lines.addAll(selected(guess.used()));
        lines.add("  from " + from());
        return lines;
    }

    /**
     * A query for ids and features.
     *
     * @param customer the column of ids; empty to number the rows
     * @param once whether a customer may stand in several rows, of which one is to be taken
     */
    List<String> audienceQuery(Optional<String> customer, boolean once) {
        List<String> columns = new ArrayList<>(customer.stream().toList());
        guess.features().forEach(feature -> columns.add(feature.column()));
        List<String> lines = new ArrayList<>(List.of("sql: |", "  select"));
        if (customer.isEmpty()) {
            lines.add("    row_number() over () as %s,".formatted(ROW));
        }
        lines.addAll(selected(columns));
        lines.add("  from " + from());
        if (once) {
            String id = Database.identifier(customer.orElseThrow());
            String order =
                    guess.column(Role.TIME)
                            .map(time -> "order by %s desc".formatted(Database.identifier(time)))
                            .orElse("");
            lines.add(
                    "  qualify row_number() over (partition by %s %s) = 1"
                            .formatted(id, order)
                            .replace(" )", ")"));
        }
        return lines;
    }

    private List<String> selected(List<String> columns) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String end = i + 1 < columns.size() ? "," : "";
            lines.add("    " + selected(columns.get(i)) + end);
        }
        return lines;
    }

    private String selected(String column) {
        String cell = Database.identifier(column);
        if (!isNumber(column) || table.column(column).isEmpty()) {
            return cell;
        }
        return table.column(column).map(Cleaning::sql).orElseThrow() + " as " + cell;
    }

    private boolean isNumber(String column) {
        return guess.columns().stream()
                .filter(one -> one.column().equals(column))
                .anyMatch(
                        one ->
                                switch (one.role()) {
                                    case OUTCOME, COST, PROPENSITY, WEIGHT, NUMBER -> true;
                                    default -> false;
                                });
    }

    private String name() {
        Path file = path();
        Path from = folder.toAbsolutePath().normalize();
        boolean near =
                file.startsWith(from)
                        || from.getParent() != null && file.startsWith(from.getParent());
        return (near ? from.relativize(file) : file).toString().replace('\\', '/');
    }

    private Path path() {
        Source.Files files = (Source.Files) table.source();
        return files.folder().resolve(files.pattern()).toAbsolutePath().normalize();
    }

    /** All cells as text, read as the file itself would be. */
    private String from() {
        String file = Database.quote(name());
        if (name().toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            return file;
        }
        try {
            char found = CsvFile.glance(path(), name()).delimiter();
            String delimiter = found == '\t' ? "\\t" : String.valueOf(found);
            return "read_csv(%s, all_varchar = true, header = true, delim = '%s', quote = '\"', escape = '\"', parallel = false)"
                    .formatted(file, delimiter);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether some customer has more rows than one. */
    static boolean repeats(TableProfile table, String customer) {
        return table.column(customer).filter(id -> id.distinct() < id.rows()).isPresent();
    }
}
