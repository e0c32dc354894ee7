package dev.marginal.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Execution;
import dev.marginal.tables.NumberColumn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingRowsTest {
    private static final int ROWS = 1_000;
    private static final Execution EXECUTION = new Execution(2);
    private static final Trees TREES = new Trees(60, 3, 0.3, 1, 0, 1);
    private static final int[] EVERY_ROW = IntStream.range(0, ROWS).toArray();

    @Test
    void a_label_that_depends_on_a_category_alone_is_learnt() {
        int[] codes = Arrays.stream(EVERY_ROW).map(row -> row % 12).toArray();
        List<String> words = IntStream.range(0, 12).mapToObj(i -> "w" + (char) ('a' + i)).toList();
        float[] label = floats(row -> codes[row] % 2 == 0 ? 5 : -5);

        float[] predicted = fit(new CategoryColumn("word", codes, words), label);

        for (int row = 0; row < ROWS; row++) {
            assertThat(predicted[row]).isEqualTo(label[row], within(.01f));
        }
    }

    @Test
    void a_missing_value_is_a_value_of_its_own() {
        float[] values = floats(row -> row % 3 == 0 ? Float.NaN : row);
        float[] label = floats(row -> row % 3 == 0 ? 7 : 1);

        float[] predicted = fit(new NumberColumn("x", values), label);

        assertThat(predicted[0]).isEqualTo(7, within(.01f));
        assertThat(predicted[1]).isEqualTo(1, within(.01f));
    }

    @Test
    void without_any_split_the_mean_is_predicted() {
        Column constant = new NumberColumn("x", new float[ROWS]);
        float[] label = floats(row -> row < 10 ? 1 : 0);

        assertThat(fit(constant, label)[0]).isEqualTo(.01f, within(1e-6f));
        assertThat(fit(constant, label, Objective.LOGISTIC)[0]).isEqualTo(.01f, within(1e-4f));
    }

    @Test
    void an_infinite_feature_is_refused_by_name() {
        float[] values = new float[ROWS];
        values[3] = Float.POSITIVE_INFINITY;

        assertThatThrownBy(() -> fit(new NumberColumn("x", values), new float[ROWS]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature x (Infinity) must be finite or missing.");
    }

    @Test
    void native_errors_keep_their_cause() {
        float[] label = new float[ROWS];
        label[0] = 2;

        assertThatThrownBy(
                        () ->
                                fit(
                                        new NumberColumn("x", new float[ROWS]),
                                        label,
                                        Objective.LOGISTIC))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("XGBoost could not grow trees.")
                .hasRootCauseInstanceOf(ml.dmlc.xgboost4j.java.XGBoostError.class);
    }

    @Test
    void rows_in_many_batches_score_as_in_training() {
        int rows = 40_000;
        float[] values = new float[rows];
        float[] label = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = row % 997;
            label[row] = values[row] * 2;
        }
        FeatureMatrix matrix = matrix(rows, new NumberColumn("x", values));
        float[] ones = new float[rows];
        Arrays.fill(ones, 1);
        int[] all = IntStream.range(0, rows).toArray();
        try (TrainingRows training = TrainingRows.of(matrix, all, ones, EXECUTION)) {
            Forest forest = training.fit(Target.of(Objective.SQUARED_ERROR, label), TREES, 1);
            float[] expected = training.predict(forest);
            float[] scored = new float[rows];
            Forests.plain(List.of(forest), new Execution(3))
                    .predict(
                            matrix,
                            (from, to, plain, joint) ->
                                    System.arraycopy(plain[0], 0, scored, from, to - from));

            assertThat(scored).isEqualTo(expected);
        }
    }

    private static float[] fit(Column feature, float[] label) {
        return fit(feature, label, Objective.SQUARED_ERROR);
    }

    private static float[] fit(Column feature, float[] label, Objective objective) {
        FeatureMatrix matrix = matrix(ROWS, feature);
        float[] ones = floats(row -> 1);
        try (TrainingRows rows = TrainingRows.of(matrix, EVERY_ROW, ones, EXECUTION)) {
            return rows.predict(rows.fit(Target.of(objective, label), TREES, 1));
        }
    }

    private static FeatureMatrix matrix(int rows, Column feature) {
        return FeatureMatrix.of(rows, List.of(feature), List.of(FeatureSpec.of(feature)));
    }

    /** A float of a row. */
    private interface OfRow {
        float at(int row);
    }

    private static float[] floats(OfRow value) {
        float[] values = new float[ROWS];
        IntStream.range(0, ROWS).forEach(row -> values[row] = value.at(row));
        return values;
    }
}
