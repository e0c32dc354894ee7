package dev.marginal.benchmarks.value;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.Groups;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import dev.marginal.value.UnitOfTime;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.TransactionLog;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A log on disk: {@code customer,day,amount}, days as dates, in the order of the days.
 *
 * @param file CSV
 */
public record LogFile(Path file) {
    /** How every contestant counts: in days, refunds and rows without a customer left out. */
    public static final LogSettings SETTINGS =
            LogSettings.of("customer", "day", "amount").with(UnitOfTime.DAY);

    /** Writes the rows of purchases, unless the file is there. */
    public void write(Supplier<Table> rows) {
        if (!Files.exists(file)) {
            Path draft = file.resolveSibling(file.getFileName() + ".part");
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                write(rows.get(), draft);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The log again. */
    public TransactionLog read(TableReader reader) {
        Path whole = file.toAbsolutePath();
        return TransactionLog.read(
                new Source.Files(whole.getParent(), whole.getFileName().toString()),
                SETTINGS,
                reader);
    }

    private static void write(Table rows, Path file) throws IOException {
        IdColumn customers = rows.column(SETTINGS.customer(), IdColumn.class);
        double[] days = rows.column(SETTINGS.time(), AmountColumn.class).values();
        double[] amounts = rows.column(SETTINGS.amount(), AmountColumn.class).values();
        int[] used =
                IntStream.range(0, rows.rows())
                        .filter(row -> !customers.isEmpty(row) && amounts[row] >= 0)
                        .toArray();
        int first = (int) IntStream.of(used).mapToDouble(row -> days[row]).min().orElseThrow();
        int last = (int) IntStream.of(used).mapToDouble(row -> days[row]).max().orElseThrow();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("customer,day,amount\n");
            for (int row : Groups.of(used, r -> (int) days[r] - first, last - first + 1).rows()) {
                out.write(customers.id(row));
                out.write(',');
                out.write(LocalDate.ofEpochDay((long) days[row]).toString());
                out.write(',');
                out.write(Double.toString(amounts[row]));
                out.write('\n');
            }
        }
    }
}
