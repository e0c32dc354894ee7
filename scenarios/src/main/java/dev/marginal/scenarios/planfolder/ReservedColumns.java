package dev.marginal.scenarios.planfolder;

import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Table;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The table of what others had reserved when a plan was made: a row for every such send to a
 * customer of the audience that counts toward caps.
 */
final class ReservedColumns {
    private ReservedColumns() {}

    static Table table(IdColumn customers, PastSends reserved) {
        int[] rows = rows(reserved);
        int[] customer = new int[rows.length];
        double[] moment = new double[rows.length];
        int owner = 0;
        for (int row = 0; row < rows.length; row++) {
            while (reserved.start()[owner + 1] <= rows[row]) {
                owner++;
            }
            customer[row] = owner;
            moment[row] = reserved.at()[rows[row]];
        }
        return new Table(
                "reserved",
                rows.length,
                List.of(
                        customers.select(customer).named("customer"),
                        new AmountColumn("moment", moment),
                        words("channel", reserved, rows, kind -> kind.message().channel()),
                        words("campaign", reserved, rows, PastSends.Kind::campaign),
                        words(
                                "tags",
                                reserved,
                                rows,
                                kind -> String.join("|", kind.message().tags()))));
    }

    private static int[] rows(PastSends reserved) {
        return IntStream.range(0, reserved.at().length)
                .filter(send -> reserved.kinds().get(reserved.kind()[send]).message().counts())
                .toArray();
    }

    private static CategoryColumn words(
            String column, PastSends reserved, int[] rows, Function<PastSends.Kind, String> word) {
        return SendColumns.category(
                column,
                reserved.kinds().stream().map(word).toList(),
                row -> reserved.kind()[rows[row]],
                rows.length);
    }
}
