package dev.marginal.uplift.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.NumberColumn;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static final float NAN = Float.NaN;

    @Test
    void many_numbers_come_in_quarters_and_missing_ones_apart() {
        float[] values = {8, 1, 2, NAN, 3, 4, 5.04321f, 6, 7};

        Segments segments = Segments.of(new NumberColumn("age", values));

        assertThat(segments.feature()).isEqualTo("age");
        assertThat(segments.values())
                .containsExactly("up to 2", "2 to 4", "4 to 6", "over 6", "(missing)");
        assertThat(segments.code()).containsExactly(3, 0, 0, 4, 1, 1, 2, 2, 3);
    }

    @Test
    void few_numbers_are_named_one_by_one() {
        Segments segments =
                Segments.of(new NumberColumn("newbie", new float[] {1, 0, 0, 1, 2.5f, 0}));

        assertThat(segments.values()).containsExactly("0", "1", "2.5");
        assertThat(segments.code()).containsExactly(1, 0, 0, 1, 2, 0);
    }

    @Test
    void numbers_that_are_mostly_equal_stay_together() {
        float[] values = new float[100];
        for (int i = 0; i < 20; i++) {
            values[i] = i + 1;
        }

        Segments segments = Segments.of(new NumberColumn("visits", values));

        assertThat(segments.values()).containsExactly("up to 0", "over 0");
        assertThat(segments.code()[0]).isEqualTo(1);
        assertThat(segments.code()[99]).isZero();
    }

    @Test
    void a_feature_without_values_is_one_segment() {
        assertThat(Segments.of(new NumberColumn("x", new float[] {NAN, NAN})).values())
                .containsExactly("(missing)");
    }

    @Test
    void frequent_words_stand_alone_and_the_rest_together() {
        List<String> words = IntStream.range(10, 40).mapToObj(i -> "w" + i).toList();
        int[] codes =
                IntStream.range(0, 930)
                        .map(row -> row < 30 ? row : row < 929 ? 10 + row % 20 : -1)
                        .toArray();

        Segments segments = Segments.of(new CategoryColumn("region", codes, words));

        assertThat(segments.values())
                .hasSize(22)
                .startsWith("w20", "w21")
                .endsWith("(10 other words)", "(missing)");
        assertThat(segments.values().get(segments.code()[3])).isEqualTo("(10 other words)");
        assertThat(segments.values().get(segments.code()[929])).isEqualTo("(missing)");
    }
}
