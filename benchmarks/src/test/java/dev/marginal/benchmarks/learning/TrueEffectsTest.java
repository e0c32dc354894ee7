package dev.marginal.benchmarks.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.benchmarks.contenders.Contenders;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.UpliftScores;
import org.junit.jupiter.api.Test;

class TrueEffectsTest {
    private static final double[] TRUTH = {0, 1, 2, 3, 4};

    @Test
    void the_truth_itself_is_perfect() {
        TrueEffects perfect = new TrueEffects(TRUTH, TRUTH);

        assertThat(perfect.rootError()).isZero();
        assertThat(perfect.rankCorrelation()).isEqualTo(1);
        assertThat(perfect.topGain(.4)).isEqualTo(1);
        assertThat(perfect.slope()).isEqualTo(1);
        assertThat(perfect.bias()).isZero();
    }

    @Test
    void twice_the_truth_and_one_more_ranks_well_and_is_badly_calibrated() {
        TrueEffects stretched = new TrueEffects(new double[] {1, 3, 5, 7, 9}, TRUTH);

        assertThat(stretched.rootError()).isEqualTo(Math.sqrt((1 + 4 + 9 + 16 + 25) / 5.0));
        assertThat(stretched.topGain(.4)).isEqualTo(1);
        assertThat(stretched.slope()).isEqualTo(.5, within(1e-12));
        assertThat(stretched.bias()).isEqualTo(3);
    }

    @Test
    void the_wrong_way_round_gains_what_the_worst_customers_gain() {
        TrueEffects reversed = new TrueEffects(new double[] {4, 3, 2, 1, 0}, TRUTH);

        assertThat(reversed.rankCorrelation()).isEqualTo(-1, within(1e-12));
        assertThat(reversed.topGain(.4)).isEqualTo(1 / 7.0, within(1e-12));
        assertThat(reversed.slope()).isEqualTo(-1, within(1e-12));
    }

    @Test
    void the_constant_effect_of_the_planted_world_errs_by_the_spread_of_the_effects() {
        World world = World.of("randomised", 1, 1_000, 20_000);
        UpliftScores scores =
                Contenders.named(
                                Contenders.CONSTANT,
                                world.meanEffects(),
                                LearnerSettings.defaults(),
                                new Execution(1))
                        .scores(world.past().history(), world.audience().customers());
        TrueEffects effects = TrueEffects.of(scores.uplift()[0], world.audience().uplift()[0]);

        assertThat(effects.rootError()).isEqualTo(1.40, within(.05));
        assertThat(effects.bias()).isEqualTo(0, within(1e-6));
        assertThat(effects.topGain(.3)).isEqualTo(.37, within(.01));
    }
}
