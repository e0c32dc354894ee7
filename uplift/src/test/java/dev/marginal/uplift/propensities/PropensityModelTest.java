package dev.marginal.uplift.propensities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.FitProgress;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.Randomisation.Source;
import dev.marginal.uplift.Randomisation.Verdict;
import dev.marginal.uplift.crossfitting.CrossFitting;
import dev.marginal.uplift.learners.Learners;
import dev.marginal.uplift.planted.PlantedHistory;
import dev.marginal.uplift.planted.PlantedWorld;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PropensityModelTest {
    private static final LearnerSettings SETTINGS = LearnerSettings.defaults();
    private static final int ROWS = 20_000;
    private static final PlantedHistory PLANTED =
            PlantedWorld.randomised(101)
                    .withArms(new PlantedWorld.Arm("coupon", 1))
                    .withConfounding()
                    .history(ROWS);
    private static final CampaignHistory TRUE = PLANTED.history();
    private static final double[][] ESTIMATED = model(2).probabilities(TRUE);
    private static final CampaignHistory ESTIMATE = model(2).estimate(TRUE);

    @Test
    void estimates_are_near_the_truth() {
        double off = 0;
        double squares = 0;
        for (int row = 0; row < ROWS; row++) {
            double error = Math.abs(ESTIMATE.propensity()[row] - TRUE.propensity()[row]);
            off += error / ROWS;
            squares += error * error / ROWS;
        }

        assertThat(off).as("mean absolute error").isLessThan(0.04);
        assertThat(Math.sqrt(squares)).isLessThan(0.05);
    }

    @Test
    void estimates_mean_what_they_say() {
        Integer[] byEstimate =
                IntStream.range(0, ROWS)
                        .boxed()
                        .sorted((a, b) -> Double.compare(ESTIMATED[1][a], ESTIMATED[1][b]))
                        .toArray(Integer[]::new);
        for (int bin = 0; bin < 10; bin++) {
            Integer[] rows = Arrays.copyOfRange(byEstimate, bin * ROWS / 10, (bin + 1) * ROWS / 10);
            double said =
                    Arrays.stream(rows)
                            .mapToDouble(row -> ESTIMATED[1][row])
                            .average()
                            .orElseThrow();
            double was =
                    Arrays.stream(rows).mapToInt(row -> TRUE.arm()[row]).average().orElseThrow();
            assertThat(said).as("decile %d", bin).isEqualTo(was, within(0.035));
        }
    }

    @Test
    void probabilities_add_up_to_one_and_are_clipped() {
        for (int row = 0; row < ROWS; row++) {
            assertThat(ESTIMATED[0][row] + ESTIMATED[1][row]).isEqualTo(1, within(1e-12));
            assertThat(ESTIMATED[1][row]).isBetween(0.0099, 0.9901);
        }
    }

    @Test
    void a_confounded_history_is_broken_by_shares_and_mended_by_estimates() {
        double share = share(TRUE);
        CampaignHistory shares =
                TRUE.withPropensity(
                        Arrays.stream(TRUE.arm())
                                .mapToDouble(arm -> arm == 1 ? share : 1 - share)
                                .toArray());

        Randomisation mended = Assignment.check(ESTIMATE, Source.ESTIMATED);

        assertThat(Assignment.check(shares).verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(mended.verdict()).isNotEqualTo(Verdict.BROKEN);
        assertThat(Math.abs(mended.arms().get(1).difference())).isLessThan(0.1);
    }

    @Test
    void the_average_effect_with_estimates_is_nearer_to_the_truth_than_the_difference_of_means() {
        double truth = Arrays.stream(PLANTED.truth().uplift()[0]).average().orElseThrow();
        OutOfFoldScores outOfFold =
                new CrossFitting(Learners.named("x", SETTINGS, new Execution(2)), SETTINGS)
                        .outOfFold(ESTIMATE);

        double naive = mean(TRUE, 1) - mean(TRUE, 0);
        double robust = mean(outOfFold.effect()[0]);

        assertThat(Math.abs(robust - truth)).isLessThan(0.5 * Math.abs(naive - truth));
    }

    @Test
    void a_lottery_is_estimated_as_the_arms_shares() {
        CampaignHistory lottery = PlantedWorld.randomised(102).history(5_000).history();

        double[][] estimated = model(2).probabilities(lottery);

        for (int arm = 0; arm < 4; arm++) {
            double share = lottery.rowsOf(arm).length / 5_000.0;
            double off = 0;
            for (double probability : estimated[arm]) {
                off += Math.abs(probability - share) / 5_000;
            }
            assertThat(off).isLessThan(0.02);
        }
    }

    @Test
    void no_thread_changes_an_estimate_and_every_fold_is_told() {
        CampaignHistory few = TRUE.select(IntStream.range(0, 2_000).toArray());
        List<String> heard = new ArrayList<>();
        FitProgress progress = (finished, all) -> heard.add(finished + " of " + all);

        double[] alone =
                new PropensityModel(SETTINGS, new Execution(1), progress)
                        .estimate(few)
                        .propensity();

        assertThat(alone).isEqualTo(model(2).estimate(few).propensity());
        assertThat(heard).containsExactly("1 of 5", "2 of 5", "3 of 5", "4 of 5", "5 of 5");
    }

    private static PropensityModel model(int threads) {
        return new PropensityModel(SETTINGS, new Execution(threads), FitProgress.SILENT);
    }

    private static double share(CampaignHistory history) {
        return (double) history.rowsOf(1).length / history.rows();
    }

    private static double mean(CampaignHistory history, int arm) {
        return Arrays.stream(history.rowsOf(arm))
                .mapToDouble(row -> history.gmv()[row])
                .average()
                .orElseThrow();
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
