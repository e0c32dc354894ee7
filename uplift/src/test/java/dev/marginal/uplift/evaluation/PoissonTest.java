package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PoissonTest {
    @Test
    void every_draw_is_what_a_search_finds() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            double uniform = random.nextDouble();
            assertThat(Poisson.one(uniform)).isEqualTo(Poisson.search(uniform));
        }
        assertThat(Poisson.one(0)).isZero();
        assertThat(Poisson.one(Math.nextDown(1.0))).isEqualTo(Poisson.search(Math.nextDown(1.0)));
    }

    @Test
    void draws_have_the_chances_of_a_poisson_of_mean_one() {
        int draws = 1_000_000;
        int[] counts = new int[Byte.MAX_VALUE + 1];
        for (int i = 0; i < draws; i++) {
            counts[Poisson.one((i + .5) / draws)]++;
        }

        double chance = Math.exp(-1);
        for (int times = 0; times < 8; times++) {
            assertThat(counts[times] / (double) draws).isEqualTo(chance, within(2e-6));
            chance /= times + 1;
        }
    }
}
