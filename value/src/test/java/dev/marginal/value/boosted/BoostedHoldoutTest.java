package dev.marginal.value.boosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.value.Cdnow;
import dev.marginal.value.evaluation.Holdout;
import dev.marginal.value.evaluation.ValueEvaluation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A boosted model beside the others; {@link BoostedEvidenceTest} asks more worlds. */
class BoostedHoldoutTest {
    @Test
    void columns_that_tell_something_are_learnt() {
        ValueEvaluation world = ProspectsHoldout.of(1, 6_000, 1).judge(AmountHead.GAMMA);

        assertThat(ProspectsHoldout.gini(world, "boosted"))
                .isGreaterThan(ProspectsHoldout.gini(world, "bg_nbd") + .005);
        assertThat(world.finding()).isEmpty();
    }

    @Test
    void columns_that_tell_nothing_leave_bg_nbd_ahead() {
        ValueEvaluation world = ProspectsHoldout.of(3, 6_000, 0).judge(AmountHead.GAMMA);

        assertThat(ProspectsHoldout.gini(world, "boosted"))
                .isLessThan(ProspectsHoldout.gini(world, "bg_nbd"));
    }

    /** The 39 weeks before the cut hold no second 39, so that predictions are stretched. */
    @Test
    void on_cdnow_it_ranks_value_better_and_sizes_it_worse() {
        ValueEvaluation cdnow =
                new Holdout(Cdnow.log(), Cdnow.UNTIL, Cdnow.END)
                        .judge(
                                List.of("bg_nbd", "pareto_nbd"),
                                CustomerColumns.NONE,
                                BoostedSettings.defaults(),
                                ProspectsHoldout.TWO)
                        .evaluation();

        assertThat(ProspectsHoldout.gini(cdnow, "boosted")).isEqualTo(.698, within(.01));
        assertThat(ProspectsHoldout.gini(cdnow, "pareto_nbd")).isEqualTo(.659, within(.001));
        assertThat(ProspectsHoldout.error(cdnow, "boosted")).isEqualTo(36.2, within(1.));
        assertThat(ProspectsHoldout.error(cdnow, "pareto_nbd")).isEqualTo(29.5, within(.1));
        assertThat(cdnow.finding())
                .startsWith(
                        "boosted: The log is too short to have seen 273 days follow on as many:")
                .contains("trees learnt from 136 days");
    }
}
