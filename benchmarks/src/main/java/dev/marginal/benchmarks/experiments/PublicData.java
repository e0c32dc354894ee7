package dev.marginal.benchmarks.experiments;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Field;
import dev.marginal.tables.Layout;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Public randomised experiments, read in place as histories with equal shares of the arms. */
public final class PublicData {
    /** Where the files are, below the folder of the data. */
    public static final String HILLSTROM = "hillstrom/hillstrom.csv";

    public static final String STARBUCKS = "starbucks/training.csv";

    private static final List<String> OUTCOMES = List.of("visit", "conversion", "spend");

    private PublicData() {}

    /** The e-mail test of Hillstrom 2008: two campaigns against none, and one of its outcomes. */
    public static CampaignHistory hillstrom(Path data, String outcome) {
        List<String> treatments = List.of("Mens E-Mail", "Womens E-Mail");
        List<Field> fields =
                Stream.concat(
                                Stream.of(arm("segment", "No E-Mail", treatments)),
                                OUTCOMES.stream().map(name -> Field.amount(name, 0, 1e6)))
                        .toList();
        Table table = read(data.resolve(HILLSTROM), fields, List.of());
        return history(table, "segment", treatments, outcome, 1);
    }

    /**
     * The promotion of the Starbucks exercise, with what a purchase brings as outcome.
     *
     * @param worth of a purchase, in currency
     */
    public static CampaignHistory starbucks(Path data, double worth) {
        List<Field> fields =
                List.of(arm("Promotion", "No", List.of("Yes")), Field.amount("purchase", 0, 1));
        Table table = read(data.resolve(STARBUCKS), fields, List.of("ID"));
        return history(table, "Promotion", List.of("Yes"), "purchase", worth);
    }

    private static Field arm(String name, String control, List<String> treatments) {
        return Field.oneOf(name, Stream.concat(Stream.of(control), treatments.stream()).toList());
    }

    private static Table read(Path file, List<Field> fields, List<String> ignored) {
        Source source = new Source.Files(file.getParent(), file.getFileName().toString());
        return new DuckDbReader().read(source, new Layout(fields, ignored, Layout.Others.FEATURES));
    }

    private static CampaignHistory history(
            Table table, String arm, List<String> treatments, String outcome, double worth) {
        CategoryColumn arms = table.column(arm, CategoryColumn.class);
        double[] outcomes = table.column(outcome, AmountColumn.class).values();
        List<Column> features =
                table.columns().stream().filter(column -> isFeature(column, arm)).toList();
        double[] weight = new double[table.rows()];
        Arrays.fill(weight, 1);
        double[] propensity = new double[table.rows()];
        Arrays.fill(propensity, 1.0 / (treatments.size() + 1));
        return new CampaignHistory(
                new Customers(table.rows(), features),
                treatments,
                IntStream.range(0, table.rows())
                        .map(row -> treatments.indexOf(arms.word(row)) + 1)
                        .toArray(),
                Arrays.stream(outcomes).map(y -> y * worth).toArray(),
                weight,
                propensity,
                IntStream.range(0, table.rows()).toArray(),
                table.origin());
    }

    private static boolean isFeature(Column column, String arm) {
        return !column.name().equals(arm)
                && (column instanceof NumberColumn || column instanceof CategoryColumn);
    }
}
