package dev.marginal.uplift.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftScores;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentMeansTest {
    @Test
    void a_mean_and_its_interval_are_those_of_the_textbook() {
        float[] effect = {1, 2, 3, 4, 10, 20};
        int[] code = {0, 0, 0, 0, 1, 1};

        SegmentMeans.Measured[] measured = measure(effect, code, IntStream.range(0, 6).toArray());

        double standardError = Math.sqrt(5.0 / 3 / 4);
        assertThat(measured[0].rows()).isEqualTo(4);
        assertThat(measured[0].effect().estimate()).isEqualTo(2.5, within(1e-12));
        assertThat(measured[0].effect().high() - 2.5)
                .isEqualTo(1.959964 * standardError, within(1e-5));
        assertThat(measured[1].effect().estimate()).isEqualTo(15, within(1e-12));
        assertThat(measured[0].probability()).as("too few to tell").isNaN();
    }

    @Test
    void rows_of_one_customer_are_no_evidence_of_their_own() {
        float[] effect = new float[400];
        int[] code = new int[400];
        int[] group = new int[400];
        SplittableRandom random = new SplittableRandom(3);
        for (int row = 0; row < 400; row += 4) {
            float value = (float) random.nextDouble();
            for (int same = row; same < row + 4; same++) {
                effect[same] = value;
                code[same] = row % 8 == 0 ? 0 : 1;
                group[same] = row / 4;
            }
        }
        int[] first = IntStream.range(0, 100).map(i -> 4 * i).toArray();

        SegmentMeans.Measured repeated = measure(effect, code, group)[0];
        SegmentMeans.Measured once =
                measure(pick(effect, first), pick(code, first), pick(group, first))[0];

        assertThat(repeated.effect().low()).isEqualTo(once.effect().low(), within(1e-9));
        assertThat(repeated.probability()).isEqualTo(once.probability(), within(1e-9));
    }

    @Test
    void segments_without_any_difference_stand_out_as_seldom_as_chance_says() {
        int[] code = IntStream.range(0, 300).map(row -> row % 3).toArray();
        int[] group = IntStream.range(0, 300).toArray();
        SplittableRandom random = new SplittableRandom(11);
        int small = 0;
        for (int repeat = 0; repeat < 1_000; repeat++) {
            float[] effect = new float[300];
            for (int row = 0; row < 300; row++) {
                effect[row] = (float) (random.nextDouble() + random.nextDouble());
            }
            small += measure(effect, code, group)[0].probability() < 0.05 ? 1 : 0;
        }

        // Binomial(1000, 0.05) stays within these bounds with a probability above 0.998.
        assertThat(small).isBetween(28, 75);
    }

    @Test
    void looking_at_many_raises_each_probability_as_holm_says() {
        double[] adjusted = Holm.adjust(new double[] {0.01, Double.NaN, 0.04, 0.03, 0.005});

        assertThat(adjusted[4]).isEqualTo(0.02, within(1e-12));
        assertThat(adjusted[0]).isEqualTo(0.03, within(1e-12));
        assertThat(adjusted[3]).isEqualTo(0.06, within(1e-12));
        assertThat(adjusted[2]).isEqualTo(0.06, within(1e-12));
        assertThat(adjusted[1]).isNaN();
    }

    private static SegmentMeans.Measured[] measure(float[] effect, int[] code, int[] group) {
        int rows = effect.length;
        double[] weight = new double[rows];
        Arrays.fill(weight, 1);
        UpliftScores scores =
                new UpliftScores(
                        List.of("push"), new float[1][rows], new float[1][rows], new float[rows]);
        OutOfFoldScores history =
                new OutOfFoldScores(new int[rows], scores, new float[][] {effect}, weight, group);
        int segments = Arrays.stream(code).max().orElseThrow() + 1;
        List<String> values = IntStream.range(0, segments).mapToObj(i -> "s" + i).toList();
        return new SegmentMeans(history).measure(new Segments("f", code, values), 0);
    }

    private static float[] pick(float[] values, int[] which) {
        float[] picked = new float[which.length];
        for (int i = 0; i < which.length; i++) {
            picked[i] = values[which[i]];
        }
        return picked;
    }

    private static int[] pick(int[] values, int[] which) {
        return Arrays.stream(which).map(row -> values[row]).toArray();
    }
}
