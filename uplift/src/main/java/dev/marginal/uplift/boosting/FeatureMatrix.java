package dev.marginal.uplift.boosting;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Requires;
import dev.marginal.tables.Suggestion;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.FeatureSpec;
import java.util.HashMap;
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
     * @throws IllegalArgumentException if one is absent, has another type, or was never learnt
     */
    public static FeatureMatrix of(Customers customers, List<FeatureSpec> specs) {
        Map<String, Column> byName = new HashMap<>();
        customers.features().forEach(column -> byName.put(column.name(), column));
        List<String> learnt = specs.stream().map(FeatureSpec::name).toList();
        for (String name : customers.names()) {
            requireKnown(learnt.contains(name), name, "is unknown to the model", learnt);
        }
        for (FeatureSpec spec : specs) {
            Column column = byName.get(spec.name());
            requireKnown(column != null, spec.name(), "is missing", customers.names());
            Requires.require(
                    spec.category() == column instanceof CategoryColumn,
                    "feature",
                    spec.name(),
                    spec.category()
                            ? "a category, as in the history"
                            : "a number, as in the history");
        }
        List<Column> columns = learnt.stream().map(byName::get).toList();
        return new FeatureMatrix(customers.rows(), specs, columns);
    }

    /** How many customers. */
    public int rows() {
        return rows;
    }

    /** How many features. */
    public int features() {
        return specs.size();
    }

    /** The customers from {@code from} to before {@code to}, row-major. */
    public float[] rows(int from, int to) {
        return fill(to - from, i -> from + i);
    }

    /** These customers, row-major. */
    public float[] rows(int[] which) {
        return fill(which.length, i -> which[i]);
    }

    /** XGBoost's type of each feature. */
    String[] types() {
        return specs.stream().map(spec -> spec.category() ? "c" : "float").toArray(String[]::new);
    }

    private float[] fill(int count, IntUnaryOperator row) {
        float[] values = new float[Math.multiplyExact(count, features())];
        for (int feature = 0; feature < features(); feature++) {
            if (columns.get(feature) instanceof CategoryColumn category) {
                fillCodes(values, feature, category.codes(), count, row);
            } else {
                fillNumbers(values, feature, (NumberColumn) columns.get(feature), count, row);
            }
        }
        return values;
    }

    private void fillCodes(
            float[] values, int feature, int[] column, int count, IntUnaryOperator row) {
        for (int i = 0, at = feature; i < count; i++, at += features()) {
            int code = column[row.applyAsInt(i)];
            values[at] = code == CategoryColumn.MISSING ? Float.NaN : codes[feature][code];
        }
    }

    private void fillNumbers(
            float[] values, int feature, NumberColumn column, int count, IntUnaryOperator row) {
        for (int i = 0, at = feature; i < count; i++, at += features()) {
            float value = column.values()[row.applyAsInt(i)];
            if (Float.isInfinite(value)) {
                throw new IllegalArgumentException(
                        "feature %s (%s) must be finite or missing."
                                .formatted(column.name(), value));
            }
            values[at] = value;
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
