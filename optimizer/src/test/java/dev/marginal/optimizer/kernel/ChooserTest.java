package dev.marginal.optimizer.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChooserTest {
    private static final int OFFERS = 7;

    @Test
    void the_chosen_set_is_the_best_of_all_sets_whatever_the_limits() {
        SplittableRandom random = new SplittableRandom(4);
        int crossing = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            PersonalLimits limits = limits(random);
            double[] reduced = reduced(random);
            long chosen = limits.chooser().choose(reduced);
            assertThat(limits.admits(chosen)).isTrue();
            assertThat(worth(chosen, reduced)).isEqualTo(best(limits, reduced));
            crossing += limits.laminar() ? 0 : 1;
        }
        assertThat(crossing).isBetween(300, 1_700);
    }

    @Test
    void equal_offers_go_by_number_and_worthless_ones_not_at_all() {
        PersonalLimits one = PersonalLimits.of(List.of(limit(0b111, 1)), 3);
        assertThat(one.chooser().choose(new double[] {0, 2, 2})).isEqualTo(0b010);
        assertThat(one.chooser().choose(new double[] {0, -1, Double.NaN})).isZero();
    }

    @Test
    void sixty_four_crossing_exclusions_are_chosen_at_once() {
        List<Limit.Personal> pairs = new ArrayList<>();
        for (int offer = 0; offer < 64; offer++) {
            pairs.add(limit(1L << offer | 1L << (offer + 1) % 64, 1));
        }
        double[] reduced = new double[64];
        for (int offer = 0; offer < 64; offer++) {
            reduced[offer] = 1 + offer % 2;
        }
        long every = PersonalLimits.of(pairs, 64).chooser().choose(reduced);
        assertThat(every).isEqualTo(0xAAAAAAAAAAAAAAAAL);
    }

    @Test
    void micro_units_are_those_of_the_book() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 100_000; trial++) {
            float amount = Float.intBitsToFloat(random.nextInt());
            if (Math.abs(amount) < 1e9) {
                assertThat((long) Columns.micros(amount)).isEqualTo(OfferBook.micros(amount));
            }
        }
    }

    private static PersonalLimits limits(SplittableRandom random) {
        List<Limit.Personal> limits = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            limits.add(
                    limit(
                            random.nextLong(1L << OFFERS),
                            random.nextInt(12) == 0 ? 0 : random.nextInt(1, 3)));
        }
        return PersonalLimits.of(limits, OFFERS);
    }

    private static Limit.Personal limit(long offers, int most) {
        return new Limit.Personal("some", new OfferSet(offers), Segment.EVERYONE, most);
    }

    private static double[] reduced(SplittableRandom random) {
        double[] reduced = new double[OFFERS];
        for (int offer = 0; offer < OFFERS; offer++) {
            reduced[offer] = random.nextInt(9) == 0 ? Double.NaN : random.nextInt(-3, 9);
        }
        return reduced;
    }

    private static double best(PersonalLimits limits, double[] reduced) {
        double best = 0;
        for (long set = 0; set < 1L << OFFERS; set++) {
            if (limits.admits(set)) {
                double worth = worth(set, reduced);
                best = worth > best ? worth : best;
            }
        }
        return best;
    }

    private static double worth(long set, double[] reduced) {
        double worth = 0;
        for (long left = set; left != 0; left &= left - 1) {
            worth += reduced[Long.numberOfTrailingZeros(left)];
        }
        return worth;
    }
}
