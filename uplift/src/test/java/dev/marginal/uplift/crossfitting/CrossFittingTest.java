package dev.marginal.uplift.crossfitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.FitProgress;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.folds.Folds;
import dev.marginal.uplift.learners.Learners;
import dev.marginal.uplift.planted.PlantedWorld;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrossFittingTest {
    private static final LearnerSettings SETTINGS = LearnerSettings.defaults();
    private static final UpliftLearner LEARNER = Learners.named("x", SETTINGS, new Execution(2));
    private static final CampaignHistory HISTORY =
            PlantedWorld.randomised(5).history(2_000).history();

    @Test
    void a_row_is_scored_by_the_model_of_the_other_folds() {
        OutOfFoldScores outOfFold = new CrossFitting(LEARNER, SETTINGS).fit(HISTORY).outOfFold();

        Folds folds = Folds.of(HISTORY, 5, SETTINGS.seed());
        int[] others = folds.training(2);
        int[] inside = folds.inside(2);
        assertThat(outOfFold.fold()).isEqualTo(folds.ofRow());
        UpliftScores expected =
                LEARNER.fit(HISTORY.select(others)).score(HISTORY.customers().select(inside));

        for (int i = 0; i < inside.length; i++) {
            assertThat(outOfFold.scores().uplift()[1][inside[i]])
                    .isEqualTo(expected.uplift()[1][i]);
            assertThat(outOfFold.scores().baseline()[inside[i]]).isEqualTo(expected.baseline()[i]);
        }
    }

    @Test
    void the_final_model_knows_every_row() {
        CrossFit fit = new CrossFitting(LEARNER, SETTINGS).fit(HISTORY);

        assertThat(fit.model().provenance().historyRows()).isEqualTo(2_000);
        assertThat(fit.model().score(HISTORY.customers()).uplift())
                .isDeepEqualTo(LEARNER.fit(HISTORY).score(HISTORY.customers()).uplift());
    }

    @Test
    void doubly_robust_effects_follow_the_formula() {
        UpliftScores scores =
                new UpliftScores(HISTORY.treatments(), constant(2), constant(.1f), constant(5)[0]);
        float[][] effect = DoublyRobust.effects(HISTORY, scores);

        for (int row = 0; row < 100; row++) {
            double y = HISTORY.gmv()[row];
            double expected =
                    switch (HISTORY.arm()[row]) {
                        case 0 -> 2 - (y - 5) / .25;
                        case 1 -> 2 + (y - 7) / .25;
                        default -> 2;
                    };
            assertThat((double) effect[0][row]).isEqualTo(expected, within(1e-3));
        }
    }

    @Test
    void small_propensities_are_raised_to_a_fiftieth() {
        double[] propensity = HISTORY.propensity().clone();
        propensity[0] = 0.001;
        propensity[1] = 0.02;
        CampaignHistory rare = HISTORY.withPropensity(propensity);
        double[] raised = propensity.clone();
        raised[0] = 0.02;
        UpliftScores scores =
                new UpliftScores(HISTORY.treatments(), constant(2), constant(.1f), constant(5)[0]);

        assertThat(DoublyRobust.effects(rare, scores))
                .isDeepEqualTo(DoublyRobust.effects(HISTORY.withPropensity(raised), scores));
        assertThat(new CrossFitting(LEARNER, SETTINGS).fit(rare).randomisation().clippedRows())
                .isEqualTo(1);
    }

    @Test
    void scores_out_of_fold_are_those_of_the_whole_fit() {
        CrossFitting fitting = new CrossFitting(LEARNER, SETTINGS);

        assertThat(fitting.outOfFold(HISTORY))
                .usingRecursiveComparison()
                .isEqualTo(fitting.fit(HISTORY).outOfFold());
    }

    @Test
    void fits_at_a_time_change_nothing() {
        CrossFitting oneByOne = new CrossFitting(LEARNER, SETTINGS);
        CrossFitting sideBySide =
                new CrossFitting(LEARNER, SETTINGS, FitProgress.SILENT, new Execution(3));

        assertThat(sideBySide.outOfFold(HISTORY))
                .usingRecursiveComparison()
                .isEqualTo(oneByOne.outOfFold(HISTORY));
    }

    @Test
    void what_a_learner_refuses_is_refused_side_by_side_too() {
        UpliftLearner picky =
                new UpliftLearner() {
                    @Override
                    public String name() {
                        return "picky";
                    }

                    @Override
                    public UpliftModel fit(CampaignHistory history) {
                        throw new IllegalArgumentException("no such history");
                    }
                };
        CrossFitting fitting =
                new CrossFitting(picky, SETTINGS, FitProgress.SILENT, new Execution(2));

        assertThatThrownBy(() -> fitting.outOfFold(HISTORY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such history");
    }

    @Test
    void learnt_costs_are_kept() {
        CampaignHistory priced = HISTORY.withCost(new double[2_000]);
        UpliftLearner learner = new ConstantLearner();

        UpliftScores scores = new CrossFitting(learner, SETTINGS).outOfFold(priced).scores();

        assertThat(scores.cost()).isPresent();
        assertThat(scores.cost().get()[2]).hasSize(2_000).containsOnly(3);
    }

    @Test
    void every_model_is_told_when_it_is_fitted() {
        List<String> heard = new ArrayList<>();
        FitProgress progress = (finished, all) -> heard.add(finished + " of " + all);
        CrossFitting fitting =
                new CrossFitting(new ConstantLearner(), SETTINGS, progress, new Execution(2));

        fitting.outOfFold(HISTORY);
        assertThat(heard).containsExactly("1 of 5", "2 of 5", "3 of 5", "4 of 5", "5 of 5");

        heard.clear();
        fitting.fit(HISTORY);
        assertThat(heard).hasSize(6).startsWith("1 of 6").endsWith("6 of 6");
    }

    /** Says 0, .1, 5 and 3 of everyone. */
    private static final class ConstantLearner implements UpliftLearner {
        @Override
        public String name() {
            return "constant";
        }

        @Override
        public UpliftModel fit(CampaignHistory history) {
            return new UpliftModel() {
                @Override
                public UpliftScores score(Customers customers) {
                    int rows = customers.rows();
                    return new UpliftScores(
                            history.treatments(),
                            columns(0, rows),
                            columns(.1f, rows),
                            columns(5, rows)[0],
                            Optional.of(columns(3, rows)));
                }

                @Override
                public ModelParts parts() {
                    throw new UnsupportedOperationException("a constant has no parts");
                }
            };
        }
    }

    private static float[][] constant(float value) {
        return columns(value, 2_000);
    }

    private static float[][] columns(float value, int rows) {
        float[][] columns = new float[3][rows];
        for (float[] column : columns) {
            Arrays.fill(column, value);
        }
        return columns;
    }
}
