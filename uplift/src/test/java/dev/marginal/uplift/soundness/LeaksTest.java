package dev.marginal.uplift.soundness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Execution;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.Leak;
import dev.marginal.uplift.planted.PlantedWorld;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeaksTest {
    private static final CampaignHistory HONEST =
            PlantedWorld.randomised(4).history(2_000).history();

    @Test
    void honest_features_know_nothing_they_should_not() {
        assertThat(Leaks.in(HONEST, new Execution(2))).isEmpty();
    }

    @Test
    void a_number_that_is_filled_for_buyers_alone_gives_the_outcome_away() {
        float[] coupon = new float[HONEST.rows()];
        for (int row = 0; row < coupon.length; row++) {
            coupon[row] = HONEST.gmv()[row] > 0 ? row : Float.NaN;
        }

        List<Leak> leaks = Leaks.in(with(new NumberColumn("coupon", coupon)), new Execution(1));

        assertThat(leaks).extracting(Leak::feature).containsExactly("coupon");
        assertThat(leaks.get(0).ofOutcome()).isTrue();
        assertThat(leaks.get(0).area()).isEqualTo(1);
    }

    @Test
    void a_word_that_says_who_got_an_arm_is_told_with_the_arm() {
        int[] codes = IntStream.of(HONEST.arm()).map(arm -> arm == 2 ? 1 : 0).toArray();

        List<Leak> leaks =
                Leaks.in(
                        with(new CategoryColumn("note", codes, List.of("a", "b"))),
                        new Execution(1));

        assertThat(leaks).hasSize(1);
        assertThat(leaks.get(0).arm()).isEqualTo(2);
    }

    @Test
    void the_area_is_the_share_of_pairs_told_apart() {
        Random random = new Random(1);
        float[] score = new float[300];
        boolean[] label = new boolean[300];
        for (int row = 0; row < score.length; row++) {
            score[row] = random.nextInt(20) - 10;
            label[row] = random.nextInt(20) - 10 < score[row];
        }
        double apart = 0;
        double pairs = 0;
        for (int one = 0; one < score.length; one++) {
            for (int other = 0; other < score.length; other++) {
                if (label[one] && !label[other]) {
                    pairs++;
                    apart += score[one] > score[other] ? 1 : score[one] == score[other] ? 0.5 : 0;
                }
            }
        }

        assertThat(Area.of(score, label)).isCloseTo(apart / pairs, within(1e-12));
    }

    private static CampaignHistory with(Column feature) {
        List<Column> features =
                Stream.concat(HONEST.customers().features().stream(), Stream.of(feature)).toList();
        return new CampaignHistory(
                new Customers(HONEST.rows(), features),
                HONEST.treatments(),
                HONEST.arm(),
                HONEST.gmv(),
                HONEST.weight(),
                HONEST.propensity(),
                HONEST.group(),
                HONEST.cost(),
                HONEST.period(),
                HONEST.tiers(),
                HONEST.fingerprint());
    }
}
