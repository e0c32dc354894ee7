package dev.marginal.uplift.propensities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.Randomisation.Source;
import dev.marginal.uplift.Randomisation.Verdict;
import dev.marginal.uplift.planted.PlantedWorld;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void a_lottery_is_sound_but_for_the_stated_false_alarms() {
        long alarms =
                LongStream.rangeClosed(2_001, 2_300)
                        .mapToObj(seed -> shares(lottery(seed, 1_000)))
                        .filter(history -> Assignment.check(history).verdict() != Verdict.SOUND)
                        .count();

        assertThat(alarms).as("of 300").isLessThanOrEqualTo(10);
    }

    @Test
    void a_lottery_with_logged_propensities_is_sound_but_for_the_stated_false_alarms() {
        long alarms =
                LongStream.rangeClosed(2_001, 2_300)
                        .mapToObj(seed -> confounded(seed, 1_000))
                        .map(Assignment::check)
                        .filter(found -> found.verdict() != Verdict.SOUND)
                        .count();

        assertThat(alarms).as("of 300").isLessThanOrEqualTo(15);
    }

    @Test
    void shares_of_a_confounded_history_are_broken() {
        for (long seed = 101; seed <= 120; seed++) {
            Randomisation found = Assignment.check(shares(confounded(seed, 2_000)));

            assertThat(found.source()).isEqualTo(Source.SHARES);
            assertThat(found.verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(found.arms().get(0).worstFeature()).isIn("loyalty", "app_usage");
            assertThat(found.arms().get(0).difference()).isLessThan(-0.2);
        }
    }

    @Test
    void true_propensities_of_a_confounded_history_are_not_broken() {
        for (long seed = 101; seed <= 120; seed++) {
            Randomisation found = Assignment.check(confounded(seed, 20_000));

            assertThat(found.source()).isEqualTo(Source.LOGGED);
            assertThat(found.verdict()).isNotEqualTo(Verdict.BROKEN);
        }
    }

    @Test
    void a_broken_lottery_is_told_in_a_sentence() {
        Randomisation found = Assignment.check(shares(confounded(101, 2_000)));

        assertThat(found.findings().get(0))
                .matches(
                        "Arm 'control' differs from all rows in 'loyalty' by -0\\.\\d\\d standard"
                                + " deviations; chance would do that with probability below 0\\.0001\\."
                                + " Who got it depended on who they were: bring the propensities, or"
                                + " have them estimated \\(history\\.propensities: estimated\\)\\.");
    }

    @Test
    void a_word_and_a_gap_can_give_a_lottery_away() {
        CampaignHistory fair = shares(lottery(101, 4_000));
        int[] easterners = eastern(fair);

        Randomisation found = Assignment.check(shares(fair.select(easterners)));

        assertThat(found.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found.arms().get(1).worstFeature()).startsWith("region=");
    }

    @Test
    void stated_shares_are_tested_by_chi_square() {
        CampaignHistory fair = lottery(101, 4_000);
        double[] stated = {0.25, 0.25, 0.2, 0.3};
        double[] propensity = Arrays.stream(fair.arm()).mapToDouble(arm -> stated[arm]).toArray();

        Randomisation found = Assignment.check(fair.withPropensity(propensity), Source.SHARES);

        assertThat(found.sampleRatio()).isLessThan(1e-6);
        assertThat(found.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found.findings())
                .first()
                .isEqualTo(
                        "The arms are not as large as their propensities say; chance would do that"
                                + " with probability below 0.0001. Look for rows lost or doubled in one arm.");
    }

    @Test
    void the_sample_ratio_is_pearsons() {
        CampaignHistory history = lottery(7, 1_000).withPropensity(filled(1_000, .25));
        double statistic = 0;
        for (int arm = 0; arm < 4; arm++) {
            statistic += Math.pow(history.rowsOf(arm).length - 250, 2) / 250;
        }

        double probability = Assignment.check(history).sampleRatio();

        // the upper tail of chi-square with three degrees of freedom
        double expected =
                Math.sqrt(2 * statistic / Math.PI) * Math.exp(-statistic / 2)
                        + Erf.erfc(Math.sqrt(statistic / 2));
        assertThat(probability).isEqualTo(expected, within(1e-9));
    }

    @Test
    void shares_of_the_rows_themselves_leave_nothing_to_test() {
        assertThat(Assignment.check(shares(lottery(7, 1_000))).sampleRatio()).isNaN();
    }

    @Test
    void rows_lost_in_one_arm_are_found_with_propensities_that_differ() {
        CampaignHistory whole = confounded(101, 20_000);
        int[] kept =
                IntStream.range(0, 20_000)
                        .filter(row -> whole.arm()[row] != 2 || row % 10 != 0)
                        .toArray();

        Randomisation found = Assignment.check(whole.select(kept));

        assertThat(found.sampleRatio()).isLessThan(0.0005);
        assertThat(found.verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void a_customer_with_many_rows_counts_once() {
        int alarms = 0;
        for (long seed = 101; seed <= 140; seed++) {
            CampaignHistory fair = lottery(seed, 300);
            int[] tenfold = IntStream.range(0, 3_000).map(row -> row / 10).toArray();
            CampaignHistory repeated = fair.select(tenfold).withPropensity(filled(3_000, .25));

            Randomisation found = Assignment.check(repeated);

            assertThat(found.arms().get(0).effectiveRows())
                    .isEqualTo(fair.rowsOf(0).length, within(1e-6));
            alarms += found.verdict() == Verdict.SOUND ? 0 : 1;
        }
        assertThat(alarms).isLessThanOrEqualTo(3);
    }

    @Test
    void weight_on_few_rows_is_doubtful() {
        CampaignHistory fair = lottery(7, 1_000);
        double[] propensity = filled(1_000, 0.5);
        for (int row : Arrays.copyOf(fair.rowsOf(1), 5)) {
            propensity[row] = 0.005;
        }

        Randomisation found = Assignment.check(fair.withPropensity(propensity));

        assertThat(found.clippedRows()).isEqualTo(5);
        assertThat(found.findings())
                .anyMatch(
                        sentence ->
                                sentence.startsWith("Few of arm 'push' carry most of its weight:"));
    }

    private static CampaignHistory lottery(long seed, int rows) {
        PlantedWorld world = PlantedWorld.randomised(seed).withRegions().withMissing(0.1);
        return world.history(rows).history();
    }

    private static CampaignHistory confounded(long seed, int rows) {
        return PlantedWorld.randomised(seed).withConfounding().history(rows).history();
    }

    private static CampaignHistory shares(CampaignHistory history) {
        double[] share = Shares.observed(history);
        return history.withPropensity(
                Arrays.stream(history.arm()).mapToDouble(arm -> share[arm]).toArray());
    }

    private static double[] filled(int rows, double value) {
        double[] values = new double[rows];
        Arrays.fill(values, value);
        return values;
    }

    /** Keeps a third of the pushes to the west. */
    private static int[] eastern(CampaignHistory history) {
        var region =
                (CategoryColumn)
                        history.customers().features().stream()
                                .filter(column -> column.name().equals("region"))
                                .findFirst()
                                .orElseThrow();
        int west = region.words().indexOf("west");
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, history.rows())
                .filter(
                        row ->
                                history.arm()[row] != 1
                                        || region.codes()[row] != west
                                        || random.nextInt(3) == 0)
                .toArray();
    }
}
