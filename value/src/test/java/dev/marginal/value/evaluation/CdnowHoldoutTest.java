package dev.marginal.value.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.value.Cdnow;
import dev.marginal.value.Histories;
import dev.marginal.value.PurchaseModel;
import dev.marginal.value.evaluation.ValueEvaluation.Calibration;
import dev.marginal.value.evaluation.ValueEvaluation.Discrimination;
import dev.marginal.value.evaluation.ValueEvaluation.Group;
import dev.marginal.value.evaluation.ValueEvaluation.Judged;
import dev.marginal.value.log.Split;
import dev.marginal.value.purchases.PurchaseModels;
import dev.marginal.value.scoring.Horizon;
import dev.marginal.value.scoring.ValueModel;
import dev.marginal.value.spending.GammaGamma;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** CDNOW's second 39 weeks, predicted from the first. */
class CdnowHoldoutTest {
    private static final Offset<Double> THREE_DIGITS = within(5.1e-4);

    private static ValueEvaluation evaluation;

    @BeforeAll
    static void judge() {
        Split split = Cdnow.split();
        Histories histories = Cdnow.rounded(split.calibration());
        GammaGamma spending = GammaGamma.of(GammaGamma.fit(histories, Cdnow.ONE).parameters());
        List<Candidate> candidates =
                Stream.of("bg_nbd", "pareto_nbd")
                        .map(name -> candidate(name, spending, histories))
                        .toList();
        evaluation = Evaluator.evaluate(split, candidates);
    }

    private static Candidate candidate(String name, GammaGamma spending, Histories histories) {
        PurchaseModel purchases =
                PurchaseModels.of(
                        name, PurchaseModels.fit(name, histories, Cdnow.ONE).parameters());
        ValueModel model = new ValueModel(purchases, spending, histories.unit());
        return new Candidate(name, model, model.score(histories, Horizon.of(39), Cdnow.ONE));
    }

    @Test
    void purchases() {
        Judged judged = evaluation.purchases().get(0);
        Calibration calibration = judged.calibration();

        assertThat(evaluation.buyers()).isEqualTo(684);
        assertThat(calibration.actual()).isEqualTo(1882);
        assertThat(calibration.predicted()).isEqualTo(1653.4, within(.051));
        assertThat(calibration.ratio()).isEqualTo(.879, THREE_DIGITS);
        assertThat(calibration.pearson()).isEqualTo(.6256, within(5.1e-5));
        assertThat(calibration.meanAbsoluteError()).isEqualTo(.785, THREE_DIGITS);
        assertThat(calibration.rootMeanSquareError()).isEqualTo(1.608, THREE_DIGITS);
        assertThat(judged.discrimination().spearman()).isEqualTo(.449, THREE_DIGITS);
        assertThat(judged.discrimination().normalisedGini()).isEqualTo(.663, THREE_DIGITS);
    }

    @Test
    void purchases_by_frequency() {
        assertThat(evaluation.byFrequency().stream().map(Group::name))
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7+");
        means(
                evaluation.byFrequency(),
                new double[] {.225, .523, 1.044, 1.520, 2.164, 2.654, 3.504, 6.157},
                new double[] {.237, .697, 1.393, 1.560, 2.532, 2.947, 3.862, 6.359},
                THREE_DIGITS);
    }

    @Test
    void value() {
        Judged judged = evaluation.spend().get(0);
        Discrimination discrimination = judged.discrimination();

        // told to the nearest ten
        assertThat(judged.calibration().predicted()).isEqualTo(59_930, within(5.1));
        assertThat(judged.calibration().actual()).isEqualTo(70_976, within(.51));
        assertThat(discrimination.normalisedGini()).isEqualTo(.638, THREE_DIGITS);
        assertThat(discrimination.spearman()).isEqualTo(.426, THREE_DIGITS);
        List<Group> deciles = judged.calibration().deciles();
        means(
                deciles.subList(0, 3),
                new double[] {145.12, 36.87, 17.16},
                new double[] {150.97, 48.38, 29.53},
                within(.0051));
        // equal predictions share what happened; the reference cuts through them in file order
        double[] predicted = {9.54, 8.60, 8.22, 7.85, 7.54, 7.21, 5.92};
        double[] actual = {13.09, 9.76, 8.18, 9.59, 7.16, 6.53, 17.69};
        for (int tenth = 3; tenth < 10; tenth++) {
            assertThat(deciles.get(tenth).predicted())
                    .isEqualTo(predicted[tenth - 3], within(.0051));
            assertThat(deciles.get(tenth).actual()).isEqualTo(actual[tenth - 3], within(1.5));
        }
    }

    @Test
    void amounts_hardly_depend_on_the_frequency() {
        assertThat(GammaGamma.dependence(Cdnow.split().calibration(), Cdnow.ONE))
                .isEqualTo(.114, THREE_DIGITS);
    }

    @Test
    void baselines_stand_beside_the_model() {
        assertThat(evaluation.spend().stream().map(Judged::name))
                .containsExactly(
                        "bg_nbd",
                        "pareto_nbd",
                        "everyone alike",
                        "own pace",
                        "same again",
                        "RFM score");
        assertThat(evaluation.spend().get(2).discrimination().normalisedGini())
                .isEqualTo(0, within(1e-3));
        assertThat(evaluation.spend().get(5).calibration()).isNull();
    }

    /** What the models are good for here is how much; who comes first, anybody could have said. */
    @Test
    void models_have_the_better_sizes_and_baselines_the_better_order() {
        double ofModel = evaluation.spend().get(1).discrimination().normalisedGini();

        assertThat(ofModel).isEqualTo(.659, THREE_DIGITS);
        assertThat(evaluation.spend().get(3).discrimination().normalisedGini())
                .isEqualTo(.672, THREE_DIGITS);
        assertThat(evaluation.spend().get(5).discrimination().normalisedGini())
                .isEqualTo(.685, THREE_DIGITS);
        for (Judged judged : List.of(evaluation.spend().get(3), evaluation.spend().get(4))) {
            assertThat(judged.calibration().ratio()).isGreaterThan(1.6);
            assertThat(judged.calibration().meanAbsoluteError())
                    .isGreaterThan(
                            evaluation.spend().get(1).calibration().meanAbsoluteError() * 1.4);
        }
    }

    private static void means(
            List<Group> groups, double[] predicted, double[] actual, Offset<Double> offset) {
        assertThat(groups).hasSize(predicted.length);
        for (int i = 0; i < predicted.length; i++) {
            Group group = groups.get(i);
            assertThat(group.predicted())
                    .as("predicted of " + group)
                    .isEqualTo(predicted[i], offset);
            assertThat(group.actual()).as("actual of " + group).isEqualTo(actual[i], offset);
        }
    }
}
