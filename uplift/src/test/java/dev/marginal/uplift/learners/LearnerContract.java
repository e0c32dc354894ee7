package dev.marginal.uplift.learners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.boosting.Trees;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedHistory;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * What every learner promises: the tests below this run for each of {@link Learners}, so a new one
 * inherits them all by its line there.
 */
abstract class LearnerContract {
    static final LearnerSettings SETTINGS =
            LearnerSettings.quick()
                    .withTrees(new Trees(40, 3, 0.1, 5, 5, 0.5))
                    .withBags(2)
                    .withPatience(20);
    static final Execution EXECUTION = new Execution(2);
    static final PlantedWorld WORLD =
            PlantedWorld.randomised(11).withArms(new Arm("push", 0.5), new Arm("coupon_5", 1));
    static final PlantedHistory SMALL = WORLD.withRegions().withMissing(0.1).history(3_000);
    static final Customers AUDIENCE = audience(1_000);

    private static final Map<String, UpliftModel> FITTED = new HashMap<>();

    static Stream<String> learners() {
        return Learners.names().stream();
    }

    static UpliftLearner learner(String name) {
        return learner(name, EXECUTION);
    }

    static UpliftLearner learner(String name, Execution execution) {
        return Learners.named(name, SETTINGS, execution);
    }

    /** Of the small history, fitted once for all claims that only ask the model. */
    static UpliftModel fitted(String name) {
        return FITTED.computeIfAbsent(name, each -> learner(each).fit(SMALL.history()));
    }

    static Customers audience(int rows) {
        return WORLD.withRegions().withMissing(0.1).audience(rows).customers();
    }

    static CampaignHistory copy(CampaignHistory history, double[] gmv, double[] weight) {
        return new CampaignHistory(
                history.customers(),
                history.treatments(),
                history.arm(),
                gmv,
                weight,
                history.propensity(),
                history.group(),
                history.fingerprint());
    }

    static void assertSame(UpliftScores scores, UpliftScores expected) {
        assertThat(Arrays.deepEquals(scores.uplift(), expected.uplift())).isTrue();
        assertThat(Arrays.deepEquals(scores.orderProbability(), expected.orderProbability()))
                .isTrue();
        assertThat(Arrays.equals(scores.baseline(), expected.baseline())).isTrue();
    }

    static double correlation(float[] predicted, double[] truth) {
        return new PearsonsCorrelation().correlation(wide(predicted), truth);
    }

    static double mean(float[] values) {
        return Arrays.stream(wide(values)).average().orElseThrow();
    }

    static double[] wide(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
