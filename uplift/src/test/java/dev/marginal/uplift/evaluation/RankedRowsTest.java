package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedWorld;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast passes against the public metrics, on weighted rows of customers who come twice. */
class RankedRowsTest {
    private static final int ROWS = 3_000;
    private static final int TREATMENT = 1;
    private static final Sample SAMPLE = sample(1);

    @ParameterizedTest
    @ValueSource(ints = {2, 40, 1_000_000})
    void a_pass_gives_the_public_metrics_to_the_bit(int levels) {
        assertSameMetrics(SAMPLE, Ranking.by(scores(levels)));
    }

    @Test
    void heights_before_both_arms_have_come_are_interpolated_alike() {
        float[] score = scores(1_000_000);
        int[] arm = SAMPLE.history().arm();
        for (int row = 0; row < 50; row++) {
            score[row] = arm[row] == 0 ? Float.NaN : 2;
        }

        assertSameMetrics(SAMPLE, Ranking.by(score));
    }

    @Test
    void without_orders_there_is_no_number_in_either() {
        Sample silent = sample(0);
        Ranking ranking = Ranking.by(scores(40));

        assertThat(RankedArms.of(silent, TREATMENT, ranking).areas(once()).auuc()).isNaN();
        assertSameMetrics(silent, ranking);
    }

    @Test
    void a_replicate_without_controls_is_no_number_in_either() {
        byte[] times = once();
        for (int row = 0; row < ROWS; row++) {
            if (SAMPLE.history().arm()[row] == 0) {
                times[SAMPLE.clusters().ofRow()[row]] = 0;
            }
        }
        Ranking ranking = Ranking.by(scores(40));

        assertThat(RankedArms.of(SAMPLE, TREATMENT, ranking).areas(times).auuc()).isNaN();
        assertSameMetrics(SAMPLE, ranking, times);
    }

    private static void assertSameMetrics(Sample sample, Ranking ranking) {
        assertSameMetrics(sample, ranking, once());
        SplittableRandom random = new SplittableRandom(5);
        byte[] times = once();
        for (int customer = 0; customer < times.length; customer++) {
            times[customer] = Poisson.one(random.nextDouble());
        }
        assertSameMetrics(sample, ranking, times);
    }

    private static void assertSameMetrics(Sample sample, Ranking ranking, byte[] times) {
        double[] weight = new double[ROWS];
        Arrays.setAll(weight, row -> sample.weight()[row] * times[sample.clusters().ofRow()[row]]);
        Experiment orders = sample.orders(TREATMENT).withWeight(weight);
        double[] gmv = sample.history().gmv();
        Experiment ofGmv = new Experiment(orders.arm(), orders.treatment(), gmv, weight);
        float[] effect = sample.outOfFold().effect()[TREATMENT];

        RankedArms.Areas areas = RankedArms.of(sample, TREATMENT, ranking).areas(times);

        double grf = RankedEffects.of(sample, TREATMENT, ranking).qini(times);
        assertThat(new double[] {areas.qini(), areas.auuc(), grf})
                .containsExactly(
                        ScikitUplift.qiniCurve(orders, ranking).areaOverDiagonal(),
                        CausalMl.auuc(ofGmv, ranking),
                        RankAverage.qini(effect, weight, ranking));
    }

    private static Sample sample(double factor) {
        CampaignHistory planted = PlantedWorld.randomised(8).history(ROWS).history();
        SplittableRandom random = new SplittableRandom(9);
        double[] gmv = Arrays.stream(planted.gmv()).map(each -> factor * each).toArray();
        double[] weight = random.doubles(ROWS, .2, 3).toArray();
        int[] group = random.ints(ROWS, 0, ROWS / 2).toArray();
        float[][] effect = new float[3][ROWS];
        for (int row = 0; row < ROWS; row++) {
            effect[TREATMENT][row] = (float) (gmv[row] - 3 + 2 * random.nextDouble());
        }
        CampaignHistory history =
                new CampaignHistory(
                        planted.customers(),
                        planted.treatments(),
                        planted.arm(),
                        gmv,
                        weight,
                        planted.propensity(),
                        group,
                        "");
        UpliftScores scores =
                new UpliftScores(planted.treatments(), effect, new float[3][ROWS], new float[ROWS]);
        return Sample.of(
                history, new OutOfFoldScores(new int[ROWS], scores, effect, weight, group));
    }

    private static byte[] once() {
        byte[] once = new byte[ROWS];
        Arrays.fill(once, (byte) 1);
        return once;
    }

    /** Random ones, with so many levels. */
    private static float[] scores(int levels) {
        SplittableRandom random = new SplittableRandom(levels);
        float[] scores = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            scores[row] = random.nextInt(levels) / (float) levels;
        }
        return scores;
    }
}
