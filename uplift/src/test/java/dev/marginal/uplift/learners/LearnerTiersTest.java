package dev.marginal.uplift.learners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Tier;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Treatments that are tiers of one family. */
class LearnerTiersTest extends LearnerContract {
    private static final List<Tier> TIERS =
            List.of(new Tier("coupon", 10), new Tier("push", 1), new Tier("coupon", 5));
    private static final PlantedWorld COUPONS =
            PlantedWorld.randomised(12)
                    .withArms(new Arm("ten", 1.2), new Arm("push", .5), new Arm("five", 1));

    @ParameterizedTest
    @MethodSource("learners")
    void the_dearer_coupon_never_brings_fewer_orders(String name) {
        CampaignHistory history = COUPONS.history(3_000).history();

        assertThat(falls(score(name, history.withTiers(TIERS)))).isZero();
    }

    @Test
    void treatments_of_no_family_may_stand_in_any_order() {
        assertThat(falls(score("t", COUPONS.history(3_000).history()))).isPositive();
    }

    @Test
    void a_joint_model_keeps_the_order_by_itself() {
        CampaignHistory history = COUPONS.history(3_000).history().withTiers(TIERS);
        int[] signs = ArmDesign.of(TIERS).monotone(10);

        assertThat(signs).hasSize(13).endsWith(0, 1, 0).startsWith(new int[10]);
        assertThat(falls(score("s", history))).isZero();
    }

    @Test
    void a_family_has_a_column_and_one_for_its_face_value() {
        ArmDesign design = ArmDesign.of(TIERS);

        assertThat(design.columns().codes())
                .isDeepEqualTo(new float[][] {{0, 0, 0}, {1, 10, 0}, {0, 0, 1}, {1, 5, 0}});
        assertThat(ArmDesign.of(List.of(Tier.alone("a"), Tier.alone("b"))).monotone(4)).isEmpty();
    }

    @Test
    void a_stored_design_is_the_same() {
        SortedMap<String, Double> constants = new TreeMap<>();
        ArmDesign.of(TIERS).keep(List.of("ten", "push", "five"), constants);

        assertThat(constants)
                .containsEntry("family.ten", 0.0)
                .containsEntry("family.five", 0.0)
                .containsEntry("family.push", 1.0)
                .containsEntry("face.ten", 10.0);
    }

    @Test
    void falling_tiers_meet_at_their_mean() {
        float[][] values = {{1, 3, .4f}, {2, 2, .3f}, {3, 4, .2f}};

        Tiers.order(values);

        assertThat(values[0]).containsExactly(1, 2.5f, .3f);
        assertThat(values[1]).containsExactly(2, 2.5f, .3f);
        assertThat(values[2]).containsExactly(3, 4, .3f);
    }

    private static UpliftScores score(String name, CampaignHistory history) {
        return learner(name).fit(history).score(COUPONS.audience(2_000).customers());
    }

    private static long falls(UpliftScores scores) {
        float[] ten = scores.orderProbability()[0];
        float[] five = scores.orderProbability()[2];
        return IntStream.range(0, ten.length).filter(i -> ten[i] < five[i]).count();
    }
}
