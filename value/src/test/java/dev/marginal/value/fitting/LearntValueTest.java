package dev.marginal.value.fitting;

import static dev.marginal.value.LearntShop.COLUMNS;
import static dev.marginal.value.LearntShop.HORIZON;
import static dev.marginal.value.LearntShop.LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.tables.Execution;
import dev.marginal.value.LearntShop;
import dev.marginal.value.boosted.BoostedModel;
import dev.marginal.value.boosted.BoostedScores;
import dev.marginal.value.boosted.CustomerColumns;
import dev.marginal.value.log.Split;
import dev.marginal.value.scoring.Horizon;
import dev.marginal.value.scoring.ValueScores;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LearntValueTest {
    private static final Execution ONE = new Execution(1);
    private static final LearntValue LEARNT = LearntShop.learnt(ONE);
    private static final BoostedModel TREES = LEARNT.trees().orElseThrow();
    private static final Split KNOWN = LEARNT.known(LOG, LOG.lastDay(), ONE);

    @Test
    void trees_tell_what_is_bought_and_the_parametric_model_who_is_alive_and_what_an_order_adds() {
        ValueScores scores = LEARNT.score(KNOWN, COLUMNS, Horizon.of(HORIZON), ONE);
        BoostedScores trees = TREES.score(LOG, COLUMNS, LOG.lastDay(), ONE);
        ValueScores parametric =
                LEARNT.parametric()
                        .valueModel()
                        .score(KNOWN.calibration(), Horizon.of(HORIZON), ONE);

        assertThat(scores.purchases()).isEqualTo(trees.purchases());
        assertThat(scores.spend()).isEqualTo(trees.spend());
        assertThat(scores.value()).isEqualTo(trees.value());
        assertThat(scores.alive()).isEqualTo(parametric.alive());
        assertThat(scores.valueOfAnOrder()).isEqualTo(parametric.valueOfAnOrder());
        assertThat(scores.value()).isNotEqualTo(parametric.value());
    }

    @Test
    void without_trees_everything_is_told_by_the_parametric_model_for_any_horizon() {
        LearntValue alone = LearntValue.of(LEARNT.parametric());
        Split known = alone.known(LOG, LOG.lastDay(), ONE);
        ValueScores scores = alone.score(known, CustomerColumns.NONE, Horizon.of(3), ONE);

        assertThat(alone.horizon()).isEmpty();
        assertThat(scores.value())
                .isEqualTo(
                        LEARNT.parametric()
                                .valueModel()
                                .score(known.calibration(), Horizon.of(3), ONE)
                                .value());
    }

    @Test
    void a_discount_counts_every_moment_of_the_horizon_alike() {
        double[] plain = LEARNT.score(KNOWN, COLUMNS, Horizon.of(HORIZON), ONE).value();
        double[] later = LEARNT.score(KNOWN, COLUMNS, new Horizon(HORIZON, .2), ONE).value();
        double worth = 0;
        int moments = 100_000;
        for (int i = 0; i < moments; i++) {
            double years = (i + .5) / moments * LearntShop.HORIZON_DAYS / 365.25;
            worth += Math.pow(1.2, -years) / moments;
        }

        assertThat(worth).isBetween(.95, .96);
        for (int row = 0; row < plain.length; row++) {
            assertThat(later[row]).isCloseTo(plain[row] * worth, withPercentage(1e-6));
        }
    }

    @Test
    void whoever_had_not_bought_by_the_day_has_no_row() {
        LocalDate earlier = LOG.lastDay().minusDays(200);
        ValueScores scores =
                LEARNT.score(LEARNT.known(LOG, earlier, ONE), COLUMNS, Horizon.of(HORIZON), ONE);

        assertThat(scores.customers().rows())
                .isEqualTo(LOG.histories(earlier, ONE).rows())
                .isLessThan(KNOWN.calibration().rows());
    }

    @Test
    void another_horizon_is_refused() {
        assertThatThrownBy(() -> LEARNT.score(KNOWN, COLUMNS, Horizon.of(52), ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("horizon (52.0) must be 26.0, which the trees learnt.");
    }

    @Test
    void trees_and_the_model_beside_them_know_the_same_days() {
        FittedValueModel other =
                new ValueLearner(ONE).fit(LOG, "pareto_nbd", LOG.lastDay().minusDays(1));

        assertThatThrownBy(() -> new LearntValue(other, Optional.of(TREES)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("until of the trees (");
    }

    @Test
    void the_columns_that_were_brought_are_remembered_with_their_types() {
        assertThat(TREES.fit().broughtFeatures())
                .containsExactly(
                        new FeatureSpec("engagement", false, List.of()),
                        new FeatureSpec("channel", true, List.of("ad", "friend", "search")));
        assertThat(TREES.fit().brought().source()).isEqualTo("customers.csv");
        assertThat(TREES.fit().brought().rows()).isEqualTo(600);
    }
}
