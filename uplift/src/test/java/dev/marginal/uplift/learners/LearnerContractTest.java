package dev.marginal.uplift.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.Execution;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedCustomers;
import dev.marginal.uplift.planted.PlantedHistory;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every learner promises; a new one inherits it all by its line in {@link Learners}. */
class LearnerContractTest {
    private static final LearnerSettings SETTINGS = LearnerSettings.defaults();
    private static final Execution EXECUTION = new Execution(2);
    private static final PlantedWorld WORLD = PlantedWorld.randomised(11);
    private static final PlantedHistory SMALL = WORLD.withRegions().withMissing(0.1).history(3_000);
    private static final Customers AUDIENCE = audience(1_000);

    static Stream<String> learners() {
        return Learners.names().stream();
    }

    @ParameterizedTest
    @MethodSource("learners")
    void recovers_the_planted_truth_better_than_one_effect_for_all(String name) {
        PlantedWorld world = WORLD.withArms(new Arm("push", .5), new Arm("coupon", 1.6));
        PlantedCustomers truth = world.audience(10_000);

        UpliftScores scores =
                learner(name).fit(world.history(40_000).history()).score(truth.customers());

        // One effect for all correlates with nothing.
        assertThat(correlation(scores.uplift()[1], truth.uplift()[1])).isGreaterThan(0.15);
        assertThat(correlation(scores.baseline(), truth.baseline())).isGreaterThan(0.5);
        assertThat(correlation(scores.orderProbability()[1], truth.orderProbability()[1]))
                .isGreaterThan(0.9);
        assertThat(mean(scores.uplift()[1])).isGreaterThan(mean(scores.uplift()[0]));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void any_number_of_threads_gives_the_same_bytes(String name) {
        CampaignHistory history = WORLD.withRegions().withMissing(0.1).history(20_000).history();
        Customers many = audience(40_000);
        UpliftModel one = learner(name, new Execution(1)).fit(history);

        for (int threads : new int[] {2, 3}) {
            UpliftModel model = learner(name, new Execution(threads)).fit(history);
            assertThat(same(model.parts(), one.parts())).isTrue();
            assertSame(model.score(many), one.score(many));
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void the_seed_decides(String name) {
        UpliftModel model = learner(name).fit(SMALL.history());
        UpliftModel again = learner(name).fit(SMALL.history());
        UpliftModel other =
                Learners.named(name, SETTINGS.withSeed(8), EXECUTION).fit(SMALL.history());

        assertThat(same(again.parts(), model.parts())).isTrue();
        assertThat(same(other.parts(), model.parts())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("learners")
    void a_customer_scores_the_same_wherever_it_stands(String name) {
        UpliftModel model = learner(name).fit(SMALL.history());
        int rows = AUDIENCE.rows();
        int[] reversed = IntStream.range(0, rows).map(row -> rows - 1 - row).toArray();

        UpliftScores scores = model.score(AUDIENCE);
        UpliftScores backwards = model.score(AUDIENCE.select(reversed));

        for (int t = 0; t < scores.treatments().size(); t++) {
            for (int row = 0; row < rows; row++) {
                assertThat(backwards.uplift()[t][row]).isEqualTo(scores.uplift()[t][reversed[row]]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void several_threads_may_score_with_one_model(String name) {
        UpliftModel model = learner(name).fit(SMALL.history());
        UpliftScores alone = model.score(AUDIENCE);

        List<UpliftScores> together =
                IntStream.range(0, 8).parallel().mapToObj(i -> model.score(AUDIENCE)).toList();

        together.forEach(scores -> assertSame(scores, alone));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void every_score_is_finite_and_every_probability_one(String name) {
        UpliftScores scores = learner(name).fit(SMALL.history()).score(AUDIENCE);

        assertThat(scores.treatments()).containsExactly("push", "coupon_5", "coupon_10");
        assertThat(scores.customers()).isEqualTo(AUDIENCE.rows());
        for (int t = 0; t < scores.treatments().size(); t++) {
            for (int row = 0; row < AUDIENCE.rows(); row++) {
                assertThat(scores.uplift()[t][row]).isFinite();
                assertThat(scores.orderProbability()[t][row]).isBetween(0f, 1f);
            }
        }
        for (float baseline : scores.baseline()) {
            assertThat(baseline).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void a_category_never_seen_counts_as_missing(String name) {
        UpliftModel model = learner(name).fit(SMALL.history());
        int[] zeros = new int[AUDIENCE.rows()];
        int[] missing = new int[AUDIENCE.rows()];
        Arrays.fill(missing, CategoryColumn.MISSING);

        Customers atlantis = withRegion(new CategoryColumn("region", zeros, List.of("atlantis")));
        Customers nowhere = withRegion(new CategoryColumn("region", missing, List.of("east")));

        assertSame(model.score(atlantis), model.score(nowhere));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void the_order_of_words_and_features_is_nothing(String name) {
        UpliftModel model = learner(name).fit(SMALL.history());
        CategoryColumn region = (CategoryColumn) AUDIENCE.features().get(10);
        int[] codes = Arrays.stream(region.codes()).map(code -> 4 - code).toArray();
        List<String> words = List.of("another", "west", "south", "north", "east");
        List<Column> features =
                new ArrayList<>(withRegion(new CategoryColumn("region", codes, words)).features());
        Collections.reverse(features);

        assertSame(model.score(new Customers(AUDIENCE.rows(), features)), model.score(AUDIENCE));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void a_weight_of_two_does_what_two_rows_do(String name) {
        CampaignHistory history = WORLD.history(4_000).history();
        int[] doubled =
                IntStream.range(0, history.rows())
                        .flatMap(row -> IntStream.rangeClosed(0, row % 2).map(again -> row))
                        .toArray();
        double[] weight = IntStream.range(0, history.rows()).mapToDouble(r -> 1 + r % 2).toArray();
        Customers customers = WORLD.audience(1_000).customers();

        UpliftScores byWeight = wholeRows(name).fit(withWeight(history, weight)).score(customers);
        UpliftScores byRows = wholeRows(name).fit(history.select(doubled)).score(customers);

        for (int t = 0; t < byRows.treatments().size(); t++) {
            assertThat(correlation(byWeight.uplift()[t], wide(byRows.uplift()[t])))
                    .isGreaterThan(0.9);
            assertThat(mean(byWeight.uplift()[t])).isEqualTo(mean(byRows.uplift()[t]), within(0.1));
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void thirty_rows_an_arm_are_enough_to_run(String name) {
        CampaignHistory few =
                WORLD.withArms(new Arm("push", .5)).withRegions().history(60).history();

        UpliftScores scores = learner(name).fit(few).score(AUDIENCE);

        assertThat(scores.uplift()[0][0]).isFinite();
    }

    @ParameterizedTest
    @MethodSource("learners")
    void an_arm_where_nobody_or_everybody_orders_is_learnt(String name) {
        CampaignHistory history = WORLD.withArms(new Arm("push", .5)).history(200).history();
        double[] gmv = new double[history.rows()];
        Arrays.setAll(gmv, row -> history.arm()[row] == 0 ? 0 : 10);

        UpliftScores scores =
                learner(name).fit(withGmv(history, gmv)).score(WORLD.audience(3).customers());

        assertThat(scores.baseline()).containsExactly(new float[3], within(1e-6f));
        assertThat(scores.uplift()[0]).containsExactly(new float[] {10, 10, 10}, within(1e-3f));
        assertThat(scores.orderProbability()[0][0]).isBetween(0.98f, 1f);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void an_arm_without_rows_is_named(String name) {
        CampaignHistory history = WORLD.history(300).history();
        int[] without = IntStream.range(0, 300).filter(r -> history.arm()[r] != 2).toArray();
        CampaignHistory lacking = history.select(without);

        assertThatThrownBy(() -> learner(name).fit(lacking))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Arm 'coupon_5' has 0 of %d history rows; every arm needs some."
                                .formatted(without.length));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void the_model_remembers_how_it_was_made(String name) {
        UpliftModel model = learner(name).fit(SMALL.history());

        assertThat(model.provenance().learner()).isEqualTo(name);
        assertThat(model.provenance().settings()).isEqualTo(SETTINGS);
        assertThat(model.provenance().historyRows()).isEqualTo(3_000);
        assertThat(model.provenance().historyFingerprint()).isEqualTo("b-3000");
        assertThat(model.provenance().marginalVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(model.provenance().xgboostVersion()).isEqualTo("3.0.4");
        assertThat(model.features()).hasSize(11);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void features_that_do_not_fit_are_refused_by_name(String name) {
        UpliftModel model = learner(name).fit(SMALL.history());

        assertThatThrownBy(() -> model.score(WORLD.audience(5).customers()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("feature (region) is missing.");
        assertThatThrownBy(() -> model.score(withColumn("regions")))
                .hasMessage("feature (regions) is unknown to the model. Did you mean 'region'?");
        assertThatThrownBy(() -> model.score(withRegionAsNumber()))
                .hasMessage("feature (region) must be a category, as in the history.");
    }

    private static UpliftLearner learner(String name) {
        return learner(name, EXECUTION);
    }

    private static UpliftLearner learner(String name, Execution execution) {
        return Learners.named(name, SETTINGS, execution);
    }

    /** Every tree sees every row, so that only the weights differ. */
    private static UpliftLearner wholeRows(String name) {
        LearnerSettings.Trees trees = new LearnerSettings.Trees(20, 2, 0.1, 100, 20, 1);
        return Learners.named(name, new LearnerSettings(7, 5, trees, trees, trees), EXECUTION);
    }

    private static Customers audience(int rows) {
        return WORLD.withRegions().withMissing(0.1).audience(rows).customers();
    }

    private static Customers withRegion(Column region) {
        List<Column> features = new ArrayList<>(AUDIENCE.features().subList(0, 10));
        features.add(region);
        return new Customers(AUDIENCE.rows(), features);
    }

    private static Customers withRegionAsNumber() {
        return withRegion(new NumberColumn("region", new float[AUDIENCE.rows()]));
    }

    private static Customers withColumn(String name) {
        return withRegion(new CategoryColumn(name, new int[AUDIENCE.rows()], List.of("east")));
    }

    private static CampaignHistory withWeight(CampaignHistory history, double[] weight) {
        return copy(history, history.gmv(), weight);
    }

    private static CampaignHistory withGmv(CampaignHistory history, double[] gmv) {
        return copy(history, gmv, history.weight());
    }

    private static CampaignHistory copy(CampaignHistory history, double[] gmv, double[] weight) {
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

    private static boolean same(ModelParts one, ModelParts other) {
        return one.constants().equals(other.constants())
                && one.forests().keySet().equals(other.forests().keySet())
                && one.forests().keySet().stream()
                        .allMatch(
                                name ->
                                        Arrays.equals(
                                                one.forests().get(name),
                                                other.forests().get(name)));
    }

    private static void assertSame(UpliftScores scores, UpliftScores expected) {
        assertThat(Arrays.deepEquals(scores.uplift(), expected.uplift())).isTrue();
        assertThat(Arrays.deepEquals(scores.orderProbability(), expected.orderProbability()))
                .isTrue();
        assertThat(Arrays.equals(scores.baseline(), expected.baseline())).isTrue();
    }

    private static double correlation(float[] predicted, double[] truth) {
        return new PearsonsCorrelation().correlation(wide(predicted), truth);
    }

    private static double mean(float[] values) {
        return Arrays.stream(wide(values)).average().orElseThrow();
    }

    private static double[] wide(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
