package dev.marginal.scenarios.loading;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.lifecycle.Purchases;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads a campaign's history. */
public final class HistoryLoader {
    private final CampaignFile file;
    private final CampaignFile.HistoryColumns columns;
    private final Table table;

    private HistoryLoader(CampaignFile file, Table table) {
        this.file = file;
        this.columns = file.history();
        this.table = table;
    }

    /**
     * Reads the history that {@code file} names. Where propensities are to be estimated, each row
     * has its arm's share until that is done.
     *
     * @throws BadInput with every problem of the history, or of the file's words about it
     */
    public static CampaignHistory load(CampaignFile file, TableReader reader) {
        return load(file, Purchases.of(file, reader, Execution.allCores()), reader);
    }

    /**
     * The same.
     *
     * @param purchases of the campaign's lifecycle, which may have been read already
     */
    public static CampaignHistory load(
            CampaignFile file, Optional<Purchases> purchases, TableReader reader) {
        HistoryFeatures features = new HistoryFeatures(file);
        Table own = reader.read(file.history().source(), features.layout());
        Table table =
                purchases
                        .filter(Purchases::tellsFeatures)
                        .map(log -> new HistoryStanding(file, log).beside(own))
                        .orElse(own);
        HistoryArms arms =
                HistoryArms.of(
                        file, table.column(file.history().treatment(), CategoryColumn.class));
        Customers customers = new Customers(table.rows(), features.of(table));
        return new HistoryLoader(file, table).history(arms, customers);
    }

    private CampaignHistory history(HistoryArms arms, Customers customers) {
        CampaignHistory history =
                new CampaignHistory(
                                customers,
                                arms.treatments(),
                                arms.ofRows(),
                                amounts(columns.gmv()),
                                columns.weight().map(this::amounts).orElseGet(this::ones),
                                columns.loggedPropensity()
                                        .map(this::amounts)
                                        .orElseGet(arms::shares),
                                groups(),
                                Fingerprint.of(table))
                        .withTiers(arms.tiers());
        Optional<double[]> cost = columns.cost().map(this::amounts);
        CampaignHistory priced = cost.isPresent() ? history.withCost(cost.get()) : history;
        return columns.time().isPresent() ? dated(priced, columns.time().get()) : priced;
    }

    private CampaignHistory dated(CampaignHistory history, String column) {
        int[] days = Arrays.stream(amounts(column)).mapToInt(day -> (int) day).toArray();
        CampaignHistory dated = history.withPeriod(days);
        HistoryDays.requireBlocks(file, dated);
        return dated;
    }

    private double[] amounts(String column) {
        return table.column(column, AmountColumn.class).values();
    }

    /**
     * Rows of one customer share a number; two customers may, too, which only puts them into one
     * fold.
     */
    private int[] groups() {
        if (columns.customer().isEmpty()) {
            return IntStream.range(0, table.rows()).toArray();
        }
        IdColumn ids = table.column(columns.customer().get(), IdColumn.class);
        return IntStream.range(0, table.rows()).map(ids::hash).toArray();
    }

    private double[] ones() {
        double[] ones = new double[table.rows()];
        Arrays.fill(ones, 1);
        return ones;
    }
}
