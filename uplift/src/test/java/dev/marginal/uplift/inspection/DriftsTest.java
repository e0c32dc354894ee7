package dev.marginal.uplift.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.Drift;
import dev.marginal.uplift.Drift.Fault;
import dev.marginal.uplift.Drift.Reading;
import dev.marginal.uplift.FeatureProfile;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DriftsTest {
    private static final int ROWS = 20_000;

    @Test
    void customers_like_those_of_the_history_are_stable() {
        Drift.OfFeature age = drift(numbers(1, 0, ROWS), numbers(2, 0, 5_000));

        assertThat(age.reading()).isEqualTo(Reading.STABLE);
        assertThat(age.stability()).isLessThan(0.01);
        assertThat(age.fault()).isEqualTo(Fault.NONE);
    }

    @Test
    void the_index_is_that_of_the_textbook() {
        Column before = new CategoryColumn("x", repeat(0, 600, 1, 400), List.of("a", "b"));
        Column now = new CategoryColumn("x", repeat(0, 300, 1, 700), List.of("a", "b"));

        double textbook = (0.3 - 0.6) * Math.log(0.3 / 0.6) + (0.7 - 0.4) * Math.log(0.7 / 0.4);
        assertThat(drift(before, now).stability()).isEqualTo(textbook, within(0.002));
        assertThat(drift(before, now).reading()).isEqualTo(Reading.DIFFERENT);
    }

    @Test
    void a_shift_is_read_by_its_size() {
        assertThat(drift(numbers(1, 0, ROWS), numbers(2, 0.4, 5_000)).reading())
                .isEqualTo(Reading.SHIFTED);
        assertThat(drift(numbers(1, 0, ROWS), numbers(2, 0.9, 5_000)).reading())
                .isEqualTo(Reading.DIFFERENT);
    }

    @Test
    void a_handful_of_customers_differ_by_chance_and_nothing_is_made_of_it() {
        Drift.OfFeature age = drift(numbers(1, 0, ROWS), numbers(2, 0, 40));

        assertThat(age.stability()).isGreaterThan(0.1);
        assertThat(age.reading()).isEqualTo(Reading.STABLE);
    }

    @Test
    void words_that_the_history_never_had_are_counted_and_named() {
        Column before = new CategoryColumn("x", repeat(0, 500, 1, 500), List.of("a", "b"));
        Column now = new CategoryColumn("x", repeat(1, 75, 2, 25), List.of("a", "b", "c"));

        Drift.OfFeature drift = drift(before, now);

        assertThat(drift.unseen()).isEqualTo(0.25);
        assertThat(drift.unseenWords()).containsExactly("c");
        assertThat(drift.isRemarkable()).isTrue();
    }

    @Test
    void customers_outside_of_the_range_are_counted() {
        Column before = new NumberColumn("x", new float[] {1, 2, 3, 4, 5, Float.NaN});
        Column now = new NumberColumn("x", new float[] {0, 2, 6, 7, Float.NaN});

        Drift.OfFeature drift = drift(before, now);

        assertThat(drift.below()).isEqualTo(0.2);
        assertThat(drift.above()).isEqualTo(0.4);
        assertThat(drift.missing()).isEqualTo(0.2);
        assertThat(drift.missingBefore()).isEqualTo(1.0 / 6);
        assertThat(drift.outside()).isEqualTo(0.6, within(1e-12));
    }

    @Test
    void features_that_say_nothing_are_told() {
        float[] nothing = {Float.NaN, Float.NaN};
        Column varied = new NumberColumn("x", new float[] {1, 2, 3});

        assertThat(drift(varied, new NumberColumn("x", nothing)).fault()).isEqualTo(Fault.EMPTY);
        assertThat(drift(varied, new NumberColumn("x", new float[] {2, 2})).fault())
                .isEqualTo(Fault.CONSTANT);
        assertThat(drift(new NumberColumn("x", new float[] {2, 2}), varied).fault())
                .isEqualTo(Fault.NEVER_VARIED);
        assertThat(drift(varied, new NumberColumn("x", new float[0])).reading())
                .isEqualTo(Reading.STABLE);
    }

    @Test
    void what_moved_farthest_comes_first() {
        Customers history =
                new Customers(ROWS, List.of(named("a", 0), named("b", 0), named("c", 0)));
        List<FeatureProfile> profiles = history.features().stream().map(Profiles::of).toList();
        Customers audience =
                new Customers(ROWS, List.of(named("a", 0.5), named("b", 0.01), named("c", 1)));

        assertThat(Drifts.between(profiles, audience).moved())
                .extracting(Drift.OfFeature::feature)
                .containsExactly("c", "a");
    }

    @Test
    void a_feature_that_is_absent_or_of_another_kind_is_refused() {
        List<FeatureProfile> profiles = List.of(Profiles.of(numbers(1, 0, 10)));

        assertThatThrownBy(() -> Drifts.between(profiles, new Customers(1, List.of())))
                .hasMessage("feature (x) must be among the customers' features.");
        Column words = new CategoryColumn("x", new int[] {0}, List.of("a"));
        assertThatThrownBy(() -> Drifts.between(profiles, new Customers(1, List.of(words))))
                .hasMessage("feature (x) must be a number, as in the history.");
    }

    private static Drift.OfFeature drift(Column before, Column now) {
        return Drifts.between(List.of(Profiles.of(before)), new Customers(now.rows(), List.of(now)))
                .features()
                .get(0);
    }

    private static Column numbers(long seed, double shift, int rows) {
        return new NumberColumn("x", normal(seed, shift, rows));
    }

    private static Column named(String name, double shift) {
        return new NumberColumn(name, normal(name.hashCode(), shift, ROWS));
    }

    /** Sums of twelve uniform numbers: about normal, with a deviation of one. */
    private static float[] normal(long seed, double shift, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = (float) (random.doubles(12).sum() - 6 + shift);
        }
        return values;
    }

    private static int[] repeat(int first, int times, int second, int more) {
        int[] codes = new int[times + more];
        java.util.Arrays.fill(codes, 0, times, first);
        java.util.Arrays.fill(codes, times, codes.length, second);
        return codes;
    }
}
