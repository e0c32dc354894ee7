package dev.marginal.boosting;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Requires;
import dev.marginal.tables.Suggestion;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Customers in the order and coding of the features that a model learnt.
 *
 * <p>Rows come out row-major, one float per feature: a number as it is, a category as its place
 * among the learnt words; a missing value, and a category that was never learnt, as NaN.
 */
public final class FeatureMatrix {
    private final int rows;
    private final List<FeatureSpec> specs;
    private final List<Column> columns;
    private final float[][] codes;

    private FeatureMatrix(int rows, List<FeatureSpec> specs, List<Column> columns) {
        this.rows = rows;
        this.specs = specs;
        this.columns = columns;
        this.codes =
                IntStream.range(0, specs.size())
                        .mapToObj(feature -> codes(columns.get(feature), specs.get(feature)))
                        .toArray(float[][]::new);
    }

    /**
     * Finds each learnt feature among the customers' by name.
     *
     * @param rows how many customers
     * @param features number and category columns of so many rows
     * @throws IllegalArgumentException if one is absent, has another type, or was never learnt
     */
    public static FeatureMatrix of(int rows, List<Column> features, List<FeatureSpec> specs) {
        Map<String, Column> byName = new LinkedHashMap<>();
        features.forEach(column -> byName.put(column.name(), column));
        List<String> learnt = specs.stream().map(FeatureSpec::name).toList();
        List<String> names = List.copyOf(byName.keySet());
        for (String name : names) {
            requireKnown(learnt.contains(name), name, "is unknown to the model", learnt);
        }
        for (FeatureSpec spec : specs) {
            Column column = byName.get(spec.name());
            requireKnown(column != null, spec.name(), "is missing", names);
            Requires.require(
                    spec.category() == column instanceof CategoryColumn,
                    "feature",
                    spec.name(),
                    spec.category()
                            ? "a category, as in the history"
                            : "a number, as in the history");
        }
        List<Column> columns = learnt.stream().map(byName::get).toList();
        return new FeatureMatrix(rows, specs, columns);
    }

    /** How many customers. */
    public int rows() {
        return rows;
    }

    /** How many features. */
    public int features() {
        return specs.size();
    }

    /** The features, in the order of the columns. */
    public List<FeatureSpec> specs() {
        return specs;
    }

    /** These customers behind each other, row-major, to be closed by the caller. */
    Sheet sheet(int count, IntUnaryOperator row, int columnsBehind) {
        Sheet sheet = new Sheet(count, features() + columnsBehind);
        try {
            for (int feature = 0; feature < features(); feature++) {
                if (columns.get(feature) instanceof CategoryColumn category) {
                    fillCodes(sheet, feature, category.codes(), count, row);
                } else {
                    fillNumbers(sheet, feature, (NumberColumn) columns.get(feature), count, row);
                }
            }
            return sheet;
        } catch (RuntimeException error) {
            sheet.close();
            throw error;
        }
    }

    /** XGBoost's type of each feature, and of as many numbers behind them. */
    String[] types(int columnsBehind) {
        String[] types = new String[features() + columnsBehind];
        Arrays.setAll(types, i -> i < features() && specs.get(i).category() ? "c" : "float");
        return types;
    }

    private void fillCodes(
            Sheet sheet, int feature, int[] column, int count, IntUnaryOperator row) {
        long at = feature;
        for (int i = 0; i < count; i++, at += sheet.columns()) {
            int code = column[row.applyAsInt(i)];
            sheet.set(at, code == CategoryColumn.MISSING ? Float.NaN : codes[feature][code]);
        }
    }

    private void fillNumbers(
            Sheet sheet, int feature, NumberColumn column, int count, IntUnaryOperator row) {
        long at = feature;
        for (int i = 0; i < count; i++, at += sheet.columns()) {
            float value = column.values()[row.applyAsInt(i)];
            if (Float.isInfinite(value)) {
                throw new IllegalArgumentException(
                        "feature %s (%s) must be finite or missing."
                                .formatted(column.name(), value));
            }
            sheet.set(at, value);
        }
    }

    /** The learnt code of each of the column's words; NaN for a word never learnt. */
    private static float[] codes(Column column, FeatureSpec spec) {
        if (!(column instanceof CategoryColumn category)) {
            return new float[0];
        }
        Map<String, Integer> learnt = new HashMap<>();
        spec.words().forEach(word -> learnt.put(word, learnt.size()));
        float[] codes = new float[category.words().size()];
        for (int word = 0; word < codes.length; word++) {
            Integer code = learnt.get(category.words().get(word));
            codes[word] = code == null ? Float.NaN : code;
        }
        return codes;
    }

    private static void requireKnown(
            boolean holds, String name, String what, List<String> candidates) {
        if (!holds) {
            String advice = Suggestion.didYouMean(name, candidates);
            throw new IllegalArgumentException(
                    "feature (%s) %s. %s".formatted(name, what, advice).strip());
        }
    }
}
