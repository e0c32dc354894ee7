package dev.marginal.optimizer.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestSetsTest {
    private static final int OFFERS = 6;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 16, 100})
    void the_nearest_sets_are_visited_in_order_each_once(int most) {
        for (long seed = 0; seed < 200; seed++) {
            double[] flip = new SplittableRandom(seed).doubles(OFFERS).toArray();
            assertThat(found(flip, most)).isEqualTo(nearest(flip, most));
        }
    }

    /** Every set has the sum of what its flips lose, found one flip at a time. */
    private static long[] found(double[] flip, int most) {
        NearestSets found = new NearestSets(0, most);
        while (found.next()) {
            long set = found.set();
            double so = found.regret();
            for (int offer = 0; offer < OFFERS; offer++) {
                double more = (set >>> offer & 1) == 0 ? flip[offer] : -flip[offer];
                found.add(set ^ 1L << offer, so + more);
            }
        }
        return found.all();
    }

    private static long[] nearest(double[] flip, int most) {
        Map<Long, Double> regrets = new HashMap<>();
        for (long set = 0; set < 1 << OFFERS; set++) {
            double regret = 0;
            for (int offer = 0; offer < OFFERS; offer++) {
                regret += (set >>> offer & 1) * flip[offer];
            }
            regrets.put(set, regret);
        }
        long[] all =
                LongStream.range(0, 1 << OFFERS)
                        .boxed()
                        .sorted(Comparator.comparing(regrets::get))
                        .mapToLong(Long::longValue)
                        .toArray();
        return Arrays.copyOf(all, Math.min(most, all.length));
    }
}
