package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Field;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plans made before, as sends to the customers of today's audience. Each is read once. */
final class GivenPlans {
    private final IdColumn customers;
    private final List<String> offers;
    private final TableReader reader;
    private final Map<Path, long[]> read = new HashMap<>();

    GivenPlans(IdColumn customers, OfferBook book, TableReader reader) {
        this.customers = customers;
        this.offers = book.offers().stream().map(offer -> offer.id()).toList();
        this.reader = reader;
    }

    /**
     * {@code [customer]}: bits of the offers that a plan sends.
     *
     * @throws BadInput if there is no plan in the folder, or it is of another campaign: it sends
     *     what is not offered, or to somebody who is not in the audience
     */
    long[] sends(Path folder) {
        return read.computeIfAbsent(folder, this::load);
    }

    private long[] load(Path folder) {
        Path file = folder.resolve("sends.parquet");
        if (!Files.isRegularFile(file)) {
            throw new BadInput(
                    Problem.of(
                            folder.toString(),
                            "is not a plan folder: it has no sends.parquet",
                            "Give a folder that ./marginal plan wrote."));
        }
        Table table = reader.read(new Source.Files(folder, "sends.parquet"), layout());
        IdColumn ids = table.column("customer", IdColumn.class);
        CategoryColumn offer = table.column("offer", CategoryColumn.class);
        IdIndex index = new IdIndex(customers);
        long[] bits = new long[customers.rows()];
        for (int row = 0; row < table.rows(); row++) {
            int customer = index.find(ids, row);
            int number = offers.indexOf(offer.word(row));
            if (customer == IdIndex.ABSENT || number < 0) {
                throw stranger(folder, row, number < 0 ? offer.word(row) : ids.id(row));
            }
            bits[customer] |= 1L << number;
        }
        return bits;
    }

    private static BadInput stranger(Path folder, int row, String value) {
        return new BadInput(
                new Problem(
                        folder.resolve("sends.parquet").toString(),
                        row + 1,
                        "customer, offer",
                        value,
                        "is not of this campaign and its audience",
                        "Give a plan of the same campaign and the same customers."));
    }

    private static Layout layout() {
        return new Layout(
                List.of(Field.id("customer"), Field.category("offer")),
                List.of(),
                Layout.Others.PASSED_OVER);
    }
}
