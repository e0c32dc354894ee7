package dev.marginal.scenarios.loading;

import dev.marginal.scenarios.FutureValue;
import dev.marginal.scenarios.FutureValues;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Field;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds what an order is worth later for every customer of an audience.
 *
 * @param audience what the audience is called
 * @param customers those of the audience
 */
record FutureValueReader(
        FutureValue asked, String audience, IdColumn customers, TableReader reader) {
    private static final double MOST = 1e9;
    private static final int TOLD = 3;

    /**
     * The values in the order of the audience; customers who are not in the audience are passed
     * over.
     *
     * @throws BadInput with every problem of the table: amounts that are none or below zero,
     *     customers who stand in it twice, customers of the audience who do not
     */
    FutureValues read() {
        Problems problems = new Problems();
        Optional<Table> read = values(problems);
        read.or(this::ids).ifPresent(table -> tellMissing(rows(table), problems));
        problems.throwIfAny();
        Table table = read.orElseThrow();
        int[] rowOf = rows(table);
        double[] values = table.column(asked.column(), AmountColumn.class).values();
        float[] ofAnOrder = new float[rowOf.length];
        for (int customer = 0; customer < rowOf.length; customer++) {
            ofAnOrder[customer] = (float) values[rowOf[customer]];
        }
        return new FutureValues(ofAnOrder, table.rows(), Fingerprint.of(table));
    }

    private Optional<Table> values(Problems problems) {
        try {
            return Optional.of(
                    table(Field.uniqueId(asked.customer()), Field.amount(asked.column(), 0, MOST)));
        } catch (BadInput wrong) {
            wrong.problems().forEach(problems::add);
            problems.addUntold(wrong.found() - wrong.problems().size());
            return Optional.empty();
        }
    }

    /** The ids alone, where there is such a column; that there is none is told already. */
    private Optional<Table> ids() {
        try {
            return Optional.of(table(Field.id(asked.customer())));
        } catch (BadInput told) {
            return Optional.empty();
        }
    }

    private Table table(Field... fields) {
        return reader.read(asked.source(), Layout.some(List.of(fields)));
    }

    /** {@code [customer]}: its row in the table, or {@link IdIndex#ABSENT}. */
    private int[] rows(Table table) {
        IdIndex index = new IdIndex(table.column(asked.customer(), IdColumn.class));
        return IntStream.range(0, customers.rows())
                .map(customer -> index.find(customers, customer))
                .toArray();
    }

    private void tellMissing(int[] rowOf, Problems problems) {
        int[] missing =
                IntStream.range(0, rowOf.length)
                        .filter(customer -> rowOf[customer] == IdIndex.ABSENT)
                        .toArray();
        if (missing.length == 0) {
            return;
        }
        String some =
                IntStream.of(missing)
                        .limit(TOLD)
                        .mapToObj(customers::id)
                        .collect(Collectors.joining(", "));
        problems.add(
                new Problem(
                        asked.source().name(),
                        0,
                        asked.customer(),
                        null,
                        "has no row for %,d of the %,d customers of %s, such as %s"
                                .formatted(missing.length, rowOf.length, audience, some),
                        "Give every customer one: who never bought has no history that a purchase model could move, and 0 says that an order of theirs counts for itself alone."));
    }
}
