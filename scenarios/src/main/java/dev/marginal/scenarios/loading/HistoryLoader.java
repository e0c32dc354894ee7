package dev.marginal.scenarios.loading;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Field;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Layout;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Suggestion;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Reads a campaign's history. */
public final class HistoryLoader {
    private static final double LARGEST_AMOUNT = 1e8;
    private static final double LEAST_PROPENSITY = 1e-6;

    /** Enough for every fold to hold some. */
    private static final int LEAST_ROWS_OF_AN_ARM = 20;

    private final CampaignFile file;
    private final CampaignFile.HistoryColumns columns;

    private HistoryLoader(CampaignFile file) {
        this.file = file;
        this.columns = file.history();
    }

    /**
     * Reads the history that {@code file} names.
     *
     * @throws BadInput with every problem of the history, or of the file's words about it
     */
    public static CampaignHistory load(CampaignFile file, TableReader reader) {
        return new HistoryLoader(file).load(reader);
    }

    private CampaignHistory load(TableReader reader) {
        Table table = reader.read(columns.source(), layout());
        CategoryColumn arms = table.column(columns.treatment(), CategoryColumn.class);
        checkArms(arms);
        List<String> treatments =
                arms.words().stream().filter(word -> !word.equals(columns.control())).toList();
        int[] arm = armNumbers(arms, treatments);
        checkRows(arms);
        return new CampaignHistory(
                new Customers(table.rows(), features(table)),
                treatments,
                arm,
                table.column(columns.gmv(), AmountColumn.class).values(),
                weights(table),
                propensities(table, arm, treatments.size() + 1),
                groups(table),
                Fingerprint.of(table));
    }

    private Layout layout() {
        List<Field> fields = new ArrayList<>();
        fields.add(
                new Field(columns.treatment(), Field.Kind.CATEGORY, 0, 0, List.of(), false, true));
        fields.add(Field.amount(columns.gmv(), -LARGEST_AMOUNT, LARGEST_AMOUNT));
        columns.customer().map(Field::id).ifPresent(fields::add);
        columns.propensity()
                .map(name -> Field.amount(name, LEAST_PROPENSITY, 1))
                .ifPresent(fields::add);
        columns.weight()
                .map(name -> Field.amount(name, LEAST_PROPENSITY, LARGEST_AMOUNT))
                .ifPresent(fields::add);
        columns.categories().stream().map(Field::category).forEach(fields::add);
        return new Layout(fields, columns.ignore(), Layout.Others.FEATURES);
    }

    private void checkArms(CategoryColumn arms) {
        Problems problems = new Problems();
        if (!arms.words().contains(columns.control())) {
            problems.add(
                    unknownArm(
                            "history.control",
                            columns.control(),
                            "must be an arm of the history",
                            arms.words()));
        } else if (arms.words().size() < 2) {
            problems.add(
                    new Problem(
                            file.name(),
                            0,
                            "history.treatment",
                            columns.treatment(),
                            "must have at least one arm beside the control, but %s has only '%s'"
                                    .formatted(columns.source().name(), columns.control()),
                            "A history without treated rows cannot teach what a treatment adds."));
        }
        for (CampaignOffer offer : file.offers()) {
            String subject = "treatment of offer " + offer.offer().id();
            if (offer.treatment().equals(columns.control())) {
                problems.add(
                        new Problem(
                                file.name(),
                                0,
                                subject,
                                offer.treatment(),
                                "must not be the control",
                                "Name the arm that got this offer."));
            } else if (!arms.words().contains(offer.treatment())) {
                problems.add(
                        unknownArm(
                                subject,
                                offer.treatment(),
                                "has no rows in the history",
                                arms.words()));
            }
        }
        problems.throwIfAny();
    }

    private void checkRows(CategoryColumn arms) {
        int[] rows = new int[arms.words().size()];
        for (int code : arms.codes()) {
            rows[code]++;
        }
        Problems problems = new Problems();
        for (int code = 0; code < rows.length; code++) {
            if (rows[code] < LEAST_ROWS_OF_AN_ARM) {
                problems.add(
                        new Problem(
                                columns.source().name(),
                                0,
                                columns.treatment(),
                                arms.words().get(code),
                                "has only %,d row%s, of %d needed"
                                        .formatted(
                                                rows[code],
                                                rows[code] == 1 ? "" : "s",
                                                LEAST_ROWS_OF_AN_ARM),
                                "Maybe the word is mistyped there; otherwise leave this arm's rows out."));
            }
        }
        problems.throwIfAny();
    }

    private Problem unknownArm(String subject, String word, String expectation, List<String> arms) {
        String found =
                "Found in column '%s' of %s: %s."
                        .formatted(
                                columns.treatment(),
                                columns.source().name(),
                                String.join(", ", arms.stream().limit(20).toList()));
        String suggestion = Suggestion.didYouMean(word, arms);
        return new Problem(
                file.name(),
                0,
                subject,
                word,
                expectation,
                suggestion.isEmpty() ? found : suggestion + " " + found);
    }

    private int[] armNumbers(CategoryColumn arms, List<String> treatments) {
        int[] ofCode =
                arms.words().stream().mapToInt(word -> treatments.indexOf(word) + 1).toArray();
        return IntStream.of(arms.codes()).map(code -> ofCode[code]).toArray();
    }

    private List<Column> features(Table table) {
        Set<String> others = new TreeSet<>(List.of(columns.treatment(), columns.gmv()));
        columns.customer().ifPresent(others::add);
        columns.propensity().ifPresent(others::add);
        columns.weight().ifPresent(others::add);
        List<Column> features =
                table.columns().stream()
                        .filter(column -> !others.contains(column.name()))
                        .filter(
                                column ->
                                        column instanceof NumberColumn
                                                || column instanceof CategoryColumn)
                        .toList();
        requireNoId(features);
        if (features.isEmpty()) {
            throw new BadInput(
                    Problem.of(
                            columns.source().name(),
                            "has no feature: every column is named in the campaign file or ignored",
                            "Add columns that say something about the customer before the treatment."));
        }
        return features;
    }

    private void requireNoId(List<Column> features) {
        String id = file.audience().customer();
        if (features.stream().anyMatch(feature -> feature.name().equals(id))) {
            throw new BadInput(
                    new Problem(
                            columns.source().name(),
                            0,
                            "column",
                            id,
                            "must not be a feature: it is the audience's customer id",
                            "Set history.customer: %s, or list it under history.ignore."
                                    .formatted(id)));
        }
    }

    private double[] weights(Table table) {
        return columns.weight()
                .map(name -> table.column(name, AmountColumn.class).values())
                .orElseGet(() -> ones(table.rows()));
    }

    private double[] propensities(Table table, int[] arm, int arms) {
        return columns.propensity()
                .map(name -> table.column(name, AmountColumn.class).values())
                .orElseGet(() -> shares(arm, arms));
    }

    /**
     * Rows of one customer share a number; two customers may, too, which only puts them into one
     * fold.
     */
    private int[] groups(Table table) {
        if (columns.customer().isEmpty()) {
            return IntStream.range(0, table.rows()).toArray();
        }
        IdColumn ids = table.column(columns.customer().get(), IdColumn.class);
        return IntStream.range(0, table.rows()).map(ids::hash).toArray();
    }

    private static double[] shares(int[] arm, int arms) {
        double[] rows = new double[arms];
        for (int one : arm) {
            rows[one]++;
        }
        return Arrays.stream(arm).mapToDouble(one -> rows[one] / arm.length).toArray();
    }

    private static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }
}
