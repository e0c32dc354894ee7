package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final int ROWS = 5_000;
    private static final int TREATMENTS = 3;

    /** Sums of differences of such numbers miss them by rounding. */
    @Test
    void no_row_climbs_to_the_same_treatment_twice() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] gain = new double[TREATMENTS][ROWS];
        double[][] cost = new double[TREATMENTS][ROWS];
        for (int t = 0; t < TREATMENTS; t++) {
            Arrays.setAll(gain[t], row -> random.nextDouble() * Math.pow(10, row % 7 - 3));
            Arrays.setAll(cost[t], row -> random.nextDouble() / 3);
        }
        double[] weight = new double[ROWS];
        Arrays.fill(weight, 1);
        Prospects prospects =
                new Prospects() {
                    @Override
                    public double gain(int treatment, int row) {
                        return gain[treatment][row];
                    }

                    @Override
                    public double cost(int treatment, int row) {
                        return cost[treatment][row];
                    }
                };

        Ladder ladder =
                Ladder.ofHulls(
                        IntStream.range(0, ROWS).toArray(), TREATMENTS, prospects, weight, 0);

        int places = ladder.end(ladder.ties() - 1);
        Set<Long> steps = new HashSet<>();
        for (int place = 0; place < places; place++) {
            steps.add((long) ladder.row(place) * TREATMENTS + ladder.to(place));
        }
        assertThat(steps).hasSize(places);
    }
}
