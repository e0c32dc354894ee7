package dev.marginal.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.Execution;
import dev.marginal.tables.NumberColumn;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ObjectivesTest {
    private static final int ROWS = 4_000;
    private static final Trees TREES = new Trees(100, 2, 0.2, 1, 0, 1);
    private static final int[] ALL = IntStream.range(0, ROWS).toArray();
    private static final float[] X = uniform(1);

    @Test
    void gamma_learns_positive_means() {
        float[] noise = uniform(2);
        float[] label = floats(row -> (X[row] > .5 ? 30 : 10) * (.5f + noise[row]));

        float[] predicted = fit(Target.of(Objective.GAMMA, label));

        assertThat(mean(predicted, true)).isEqualTo(30, within(1.5));
        assertThat(mean(predicted, false)).isEqualTo(10, within(.5));
    }

    @Test
    void tweedie_learns_means_that_are_mostly_made_of_zeros() {
        float[] noise = uniform(3);
        float[] label = floats(row -> noise[row] < (X[row] > .5 ? .3 : .1) ? 20 : 0);

        float[] predicted = fit(Target.of(Objective.TWEEDIE, label).withVariancePower(1.3));

        assertThat(mean(predicted, true)).isEqualTo(6, within(.6));
        assertThat(mean(predicted, false)).isEqualTo(2, within(.4));
    }

    @Test
    void classes_get_probabilities_that_add_up() {
        float[] noise = uniform(4);
        int[] label =
                Arrays.stream(ALL).map(row -> noise[row] < .5 ? 0 : X[row] > .5 ? 1 : 2).toArray();
        try (TrainingRows rows = rows()) {
            float[][] predicted =
                    rows.predictClasses(rows.fitClasses(label, 3, TREES.withRounds(20), 1));

            assertThat(predicted).hasNumberOfRows(3);
            for (int row = 0; row < ROWS; row++) {
                assertThat(predicted[0][row] + predicted[1][row] + predicted[2][row])
                        .isEqualTo(1, within(1e-5f));
            }
            assertThat(mean(predicted[1], true)).isEqualTo(.5, within(.05));
            assertThat(mean(predicted[1], false)).isLessThan(.05);
        }
    }

    @Test
    void a_monotone_prediction_never_falls() {
        float[] noise = uniform(5);
        float[] label = floats(row -> 3 * Math.abs(X[row] - .5f) + noise[row]);
        Target target = Target.of(Objective.SQUARED_ERROR, label).withMonotone(new int[] {1});

        float[] predicted = fit(target);

        int[] sorted =
                Arrays.stream(ALL)
                        .boxed()
                        .sorted((a, b) -> Float.compare(X[a], X[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int i = 1; i < ROWS; i++) {
            assertThat(predicted[sorted[i]]).isGreaterThanOrEqualTo(predicted[sorted[i - 1]]);
        }
        assertThat(predicted[sorted[ROWS - 1]]).isGreaterThan(predicted[sorted[0]]);
    }

    @Test
    void signs_that_do_not_fit_the_columns_are_refused() {
        Target target = Target.of(Objective.SQUARED_ERROR, X).withMonotone(new int[] {1, 0});

        assertThatThrownBy(() -> fit(target))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("monotone (2) must be 1, one per column.");
    }

    @Test
    void trees_on_a_margin_learn_what_is_left() {
        float[] label = floats(row -> 100 + (X[row] > .5 ? 1 : 0));
        float[] margin = floats(row -> 100);
        try (TrainingRows rows = rows()) {
            Target target = Target.of(Objective.SQUARED_ERROR, label).withMargin(margin);
            Forest rest = rows.fit(target, TREES, 1);
            try (TrainingRows plain = rows()) {
                float[] predicted = plain.predict(rest);

                assertThat(mean(predicted, true)).isEqualTo(1, within(.01));
                assertThat(mean(predicted, false)).isEqualTo(0, within(.01));
            }
            assertThatThrownBy(() -> rows.fit(Target.of(Objective.SQUARED_ERROR, X), TREES, 1))
                    .hasMessage("margins (none) must be given, as before on these rows.");
        }
    }

    @Test
    void trees_that_learn_noise_are_not_grown() {
        float[] noise = uniform(6);
        float[] signal = floats(row -> X[row] > .5 ? 1 : 0);

        assertThat(stopped(noise).bytes().length).isLessThan(grown(noise).bytes().length / 4);
        float[] all = fit(Target.of(Objective.SQUARED_ERROR, signal));
        try (TrainingRows rows = rows()) {
            float[] learnt = rows.predict(stopped(signal));
            assertThat(mean(learnt, true)).isEqualTo(mean(all, true), within(.02));
        }
        try (TrainingRows rows = rows()) {
            assertThat(rows.predict(stopped(noise))[0]).isEqualTo(.5f, within(.05f));
        }
    }

    @Test
    void growth_stops_when_other_rows_say_so() {
        float[] noise = uniform(7);
        float[] others = uniform(8);
        try (TrainingRows rows = rows();
                TrainingRows judges = rows()) {
            Target target = Target.of(Objective.SQUARED_ERROR, noise);
            Target ofJudges = Target.of(Objective.SQUARED_ERROR, others);

            Forest stopped = rows.fit(target, TREES, judges, ofJudges, 10, 1);

            assertThat(stopped.bytes().length).isLessThan(grown(noise).bytes().length / 4);
            assertThat(rows.predict(stopped)[0]).isEqualTo(.5f, within(.05f));
        }
    }

    private static Forest stopped(float[] label) {
        boolean[] held = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            held[row] = row % 4 == 0;
        }
        try (TrainingRows rows = rows()) {
            Target target = Target.of(Objective.SQUARED_ERROR, label);
            return rows.fit(target, TREES, new HeldOut(held, 10), 1);
        }
    }

    private static Forest grown(float[] label) {
        try (TrainingRows rows = rows()) {
            return rows.fit(Target.of(Objective.SQUARED_ERROR, label), TREES, 1);
        }
    }

    private static float[] fit(Target target) {
        try (TrainingRows rows = rows()) {
            return rows.predict(rows.fit(target, TREES, 1));
        }
    }

    private static TrainingRows rows() {
        NumberColumn x = new NumberColumn("x", X);
        FeatureMatrix matrix = FeatureMatrix.of(ROWS, List.of(x), List.of(FeatureSpec.of(x)));
        return TrainingRows.of(matrix, ALL, floats(row -> 1), new Execution(2));
    }

    private static double mean(float[] values, boolean above) {
        return Arrays.stream(ALL)
                .filter(row -> X[row] > .5 == above)
                .mapToDouble(row -> values[row])
                .average()
                .orElseThrow();
    }

    private static float[] uniform(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return floats(row -> (float) random.nextDouble());
    }

    /** A float of a row. */
    private interface OfRow {
        float at(int row);
    }

    private static float[] floats(OfRow value) {
        float[] values = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row] = value.at(row);
        }
        return values;
    }
}
