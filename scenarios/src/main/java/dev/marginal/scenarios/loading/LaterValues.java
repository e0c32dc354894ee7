package dev.marginal.scenarios.loading;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.FutureValues;
import dev.marginal.scenarios.lifecycle.Standing;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an order is worth later, where the campaign's lifecycle tells.
 *
 * @param customers the audience's
 */
record LaterValues(CampaignFile file, Standing standing, IdColumn customers) {
    private static final String COLUMN = "value_of_an_order";
    private static final int TOLD = 3;

    /**
     * The values in the order of the audience; 0 for whoever has bought nothing yet.
     *
     * @throws BadInput if an order would lower what some customers bring
     */
    FutureValues read() {
        NumberColumn column = standing.columns().column(COLUMN, NumberColumn.class);
        float[] values = column.values();
        int[] below = IntStream.range(0, values.length).filter(row -> values[row] < 0).toArray();
        if (below.length > 0) {
            throw lowered(below);
        }
        Table table = new Table(standing.columns().origin(), values.length, List.of(column));
        return new FutureValues(values, values.length, Fingerprint.of(table));
    }

    private BadInput lowered(int[] below) {
        String some =
                IntStream.of(below)
                        .limit(TOLD)
                        .mapToObj(customers::id)
                        .collect(Collectors.joining(", "));
        return new BadInput(
                new Problem(
                        file.name(),
                        file.lifecycle().orElseThrow().line(),
                        "lifecycle.model",
                        standing.asked().model(),
                        "takes an order for a chance to stop, and worth less than nothing, for %,d of the %,d customers of %s, such as %s"
                                .formatted(
                                        below.length,
                                        customers.rows(),
                                        file.audience().source().name(),
                                        some),
                        "Set model: pareto_nbd, under which an order is always worth something."));
    }
}
