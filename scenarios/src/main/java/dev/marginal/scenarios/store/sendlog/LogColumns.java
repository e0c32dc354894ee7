package dev.marginal.scenarios.store.sendlog;

import dev.marginal.scenarios.contacts.SendStatus;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.InstantColumn;
import dev.marginal.tables.MoneyColumn;
import dev.marginal.tables.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The columns of a CSV of sends, made into those of the log: each there, and no cell empty. */
final class LogColumns {
    private static final List<String> NOT_SENT =
            List.of(
                    SendStatus.PLANNED.word(),
                    SendStatus.CANCELLED.word(),
                    SendStatus.EXPIRED.word());
    private static final double MICROS = 1e6;
    private static final int TOLD = 100;

    private final Table csv;
    private final InstantColumn sentAt;
    private final InstantColumn statusAt;
    private final CategoryColumn status;
    private final CategoryColumn gap;

    LogColumns(Table csv) {
        this.csv = csv;
        this.sentAt = csv.column("sent_at", InstantColumn.class);
        this.statusAt = statusAt();
        this.status = words("status", SendStatus.SENT.word());
        this.gap = words("gap", "");
    }

    /** A cell that does not fit the rest of its row. */
    record Fault(long row, String column, String value, String expectation) {}

    /** The first faults, in the order of their rows. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        List<Long> gaps = gap.words().stream().map(GapWords::seconds).toList();
        for (int row = 0; row < csv.rows() && faults.size() < TOLD; row++) {
            if (gaps.get(gap.codes()[row]) == GapWords.NONE) {
                faults.add(new Fault(row, "gap", gap.word(row), GapWords.EXPECTED));
            }
            if (statusAt.micros()[row] < sentAt.micros()[row]) {
                String value = time(statusAt.micros()[row]).toString();
                faults.add(new Fault(row, "status_at", value, "must not be before sent_at"));
            }
        }
        return faults;
    }

    /** When the last of the sends left that did leave. */
    Optional<Instant> lastSend() {
        boolean[] left = new boolean[status.words().size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = !NOT_SENT.contains(status.words().get(i));
        }
        long last = InstantColumn.MISSING;
        for (int row = 0; row < csv.rows(); row++) {
            if (left[status.codes()[row]]) {
                last = Math.max(last, sentAt.micros()[row]);
            }
        }
        return last == InstantColumn.MISSING ? Optional.empty() : Optional.of(time(last));
    }

    /** The rows as the log keeps them. */
    Table table() {
        List<Column> columns =
                List.of(
                        csv.column("customer", IdColumn.class),
                        csv.column("channel", CategoryColumn.class),
                        sentAt,
                        status,
                        statusAt,
                        words("campaign", ""),
                        words("offer", ""),
                        renamed(words("tags", ""), LogColumns::sorted),
                        decisions(),
                        words("counts", "true"),
                        new MoneyColumn("cost", cost()),
                        gapSeconds());
        return new Table("log", csv.rows(), columns);
    }

    private InstantColumn statusAt() {
        long[] micros = sentAt.micros().clone();
        if (has("status_at")) {
            long[] told = csv.column("status_at", InstantColumn.class).micros();
            for (int row = 0; row < micros.length; row++) {
                micros[row] = told[row] == InstantColumn.MISSING ? micros[row] : told[row];
            }
        }
        return new InstantColumn("status_at", micros);
    }

    private IdColumn decisions() {
        if (has("decision_id")) {
            return csv.column("decision_id", IdColumn.class);
        }
        IdColumn.Builder none = new IdColumn.Builder("decision_id");
        for (int row = 0; row < csv.rows(); row++) {
            none.add("");
        }
        return none.build();
    }

    private long[] cost() {
        long[] micros = new long[csv.rows()];
        if (has("cost")) {
            double[] cost = csv.column("cost", AmountColumn.class).values();
            Arrays.setAll(micros, row -> Math.round(cost[row] * MICROS));
        }
        return micros;
    }

    private AmountColumn gapSeconds() {
        double[] secondsOf = gap.words().stream().mapToDouble(GapWords::seconds).toArray();
        double[] seconds = new double[csv.rows()];
        Arrays.setAll(seconds, row -> secondsOf[gap.codes()[row]]);
        return new AmountColumn("gap_seconds", seconds);
    }

    /** A column of words, with {@code usual} where nothing stands. */
    private CategoryColumn words(String name, String usual) {
        if (!has(name)) {
            return new CategoryColumn(name, new int[csv.rows()], List.of(usual));
        }
        CategoryColumn column = csv.column(name, CategoryColumn.class);
        List<String> words = new ArrayList<>(column.words());
        words.add(usual);
        int[] codes = column.codes().clone();
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codes[row] == CategoryColumn.MISSING ? words.size() - 1 : codes[row];
        }
        return renamed(new CategoryColumn(name, codes, words), word -> word);
    }

    /** The column with other words for its own, each there once and in order. */
    private static CategoryColumn renamed(CategoryColumn column, UnaryOperator<String> name) {
        List<String> names = column.words().stream().map(name).toList();
        List<String> words = names.stream().distinct().sorted().toList();
        int[] newCodes =
                names.stream().mapToInt(word -> Collections.binarySearch(words, word)).toArray();
        int[] codes = new int[column.rows()];
        Arrays.setAll(codes, row -> newCodes[column.codes()[row]]);
        return new CategoryColumn(column.name(), codes, words);
    }

    private static String sorted(String tags) {
        return Arrays.stream(tags.split("\\|"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining("|"));
    }

    private boolean has(String column) {
        return csv.names().contains(column);
    }

    private static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
