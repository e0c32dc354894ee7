package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedWorld;
import java.util.Arrays;
import java.util.Optional;
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
    void a_pass_gives_the_public_metrics(int levels) {
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
    void without_orders_there_is_no_number() {
        assertThat(metric("auuc.causalml", sample(0), SAMPLE.once())).isNaN();
        assertThat(metric("qini.sklift", sample(0), SAMPLE.once())).isNaN();
    }

    @Test
    void a_replicate_without_controls_is_no_number() {
        byte[] times = SAMPLE.once();
        for (int row = 0; row < ROWS; row++) {
            if (SAMPLE.history().arm()[row] == 0) {
                times[SAMPLE.clusters().ofRow()[row]] = 0;
            }
        }

        assertThat(metric("auuc.causalml", SAMPLE, times)).isNaN();
    }

    @Test
    void a_long_curve_at_few_points_has_nearly_the_same_metrics() {
        Ranking ranking = Ranking.by(scores(1_000_000));
        ArmMetric.Perfect perfect = new ArmMetric.Perfect(100, 100);
        double[] exact = contender(SAMPLE, ranking, 10_000).metrics(SAMPLE.once(), perfect);
        double[] few = contender(SAMPLE, ranking, 300).metrics(SAMPLE.once(), perfect);

        for (int metric = 0; metric < exact.length; metric++) {
            assertThat(few[metric])
                    .as(Contender.conventions(false).get(metric))
                    .isEqualTo(exact[metric], within(.05 * Math.abs(exact[metric]) + .01));
        }
        assertThat(RankedArms.of(SAMPLE, TREATMENT, ranking, 300).curves(half()).gmv().points())
                .isBetween(280, 302);
    }

    private static void assertSameMetrics(Sample sample, Ranking ranking) {
        assertSameMetrics(sample, ranking, sample.once());
        assertSameMetrics(sample, ranking, half());
    }

    private static void assertSameMetrics(Sample sample, Ranking ranking, byte[] times) {
        double[] weight = new double[ROWS];
        Arrays.setAll(weight, row -> sample.weight()[row] * times[sample.clusters().ofRow()[row]]);
        Experiment orders = sample.orders(TREATMENT).withWeight(weight);
        Experiment gmv =
                new Experiment(orders.arm(), orders.treatment(), sample.history().gmv(), weight);
        float[] effect = sample.outOfFold().effect()[TREATMENT];

        double[] metrics =
                contender(sample, ranking, ROWS).metrics(times, new ArmMetric.Perfect(1, 1));

        assertThat(metrics)
                .containsExactly(
                        new double[] {
                            ScikitUplift.qiniCurve(orders, ranking).areaOverDiagonal(),
                            ScikitUplift.upliftCurve(orders, ranking).areaOverDiagonal(),
                            UpliftAtShare.overall(gmv, ranking, .1),
                            UpliftAtShare.overall(gmv, ranking, .3),
                            UpliftAtShare.byGroup(gmv, ranking, .1),
                            UpliftAtShare.byGroup(gmv, ranking, .3),
                            UpliftAtShare.weightedAverage(gmv, ranking, 10),
                            CausalMl.auuc(gmv, ranking),
                            CausalMl.qini(gmv, ranking),
                            UpliftMl.auuc(gmv, ranking),
                            UpliftMl.qini(gmv, ranking),
                            RankAverage.qini(effect, weight, ranking),
                            metrics[12]
                        },
                        within(1e-6));
    }

    private static Contender contender(Sample sample, Ranking ranking, int points) {
        return new Contender(
                "",
                RankedArms.of(sample, TREATMENT, ranking, points),
                Optional.empty(),
                RankedEffects.of(sample, TREATMENT, ranking));
    }

    /** Of a ranking with forty levels. */
    private static double metric(String name, Sample sample, byte[] times) {
        Ranking ranking = Ranking.by(scores(40));
        int place = Contender.conventions(false).indexOf(name);
        return contender(sample, ranking, ROWS).metrics(times, new ArmMetric.Perfect(0, 0))[place];
    }

    private static byte[] half() {
        SplittableRandom random = new SplittableRandom(5);
        byte[] times = SAMPLE.once();
        for (int customer = 0; customer < times.length; customer++) {
            times[customer] = (byte) random.nextInt(2);
        }
        return times;
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
