package dev.marginal.scenarios;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Table;
import dev.marginal.value.planted.PlantedShoppers;
import dev.marginal.value.purchases.ParetoNbd;
import dev.marginal.value.spending.GammaGamma;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A log of purchases by customers of other tables. */
public final class Shoppers {
    public static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
    public static final LocalDate LAST = FIRST.plusDays(399);

    private Shoppers() {}

    /** Writes {@code customer_id,day,total}: what these customers bought, in their order. */
    public static Path write(List<String> customers, Path file) {
        Table log =
                new PlantedShoppers(
                                11,
                                customers.size(),
                                FIRST,
                                400,
                                .7,
                                new ParetoNbd(.8, 40, .7, 90),
                                new GammaGamma(4, 3, 20))
                        .log();
        IdColumn ids = log.column("customer", IdColumn.class);
        double[] days = log.column("day", AmountColumn.class).values();
        double[] amounts = log.column("amount", AmountColumn.class).values();
        StringBuilder text = new StringBuilder("customer_id,day,total\n");
        for (int row = 0; row < log.rows(); row++) {
            int customer = Integer.parseInt(ids.id(row).substring(1));
            text.append(customers.get(customer))
                    .append(',')
                    .append(LocalDate.ofEpochDay((long) days[row]))
                    .append(',')
                    .append(amounts[row])
                    .append('\n');
        }
        try {
            return Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The first column of a CSV file, without its header. */
    public static List<String> ids(Path csv) {
        try {
            return Files.readAllLines(csv).stream()
                    .skip(1)
                    .map(line -> line.split(",")[0])
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
