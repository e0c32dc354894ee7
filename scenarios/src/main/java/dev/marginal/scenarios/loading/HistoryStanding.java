package dev.marginal.scenarios.loading;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.lifecycle.Purchases;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Column;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where each row's customer of a history stood on the eve of the day on which it was treated. */
record HistoryStanding(CampaignFile file, Purchases purchases) {
    /**
     * A history with the columns of its lifecycle beside its own.
     *
     * @throws BadInput with every problem of the log, or if a name would stand for two columns
     */
    Table beside(Table history) {
        requireApart(history);
        CampaignFile.HistoryColumns names = file.history();
        IdColumn customers = history.column(names.customer().orElseThrow(), IdColumn.class);
        double[] days = history.column(names.time().orElseThrow(), AmountColumn.class).values();
        int[] whole = Arrays.stream(days).mapToInt(day -> (int) day).toArray();
        List<Column> columns = new ArrayList<>(history.columns());
        columns.addAll(purchases.features(customers, whole));
        return new Table(history.origin(), history.rows(), columns);
    }

    private void requireApart(Table history) {
        Problems problems = new Problems();
        file.lifecycle().orElseThrow().features().stream()
                .filter(history.names()::contains)
                .forEach(
                        name ->
                                problems.add(
                                        new Problem(
                                                file.name(),
                                                file.lifecycle().orElseThrow().line(),
                                                "lifecycle.features",
                                                name,
                                                "adds a feature that %s has already"
                                                        .formatted(file.history().source().name()),
                                                "Maybe list the other under history.ignore.")));
        problems.throwIfAny();
    }
}
