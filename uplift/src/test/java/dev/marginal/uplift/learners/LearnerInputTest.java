package dev.marginal.uplift.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.boosting.Trees;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a learner is given. */
class LearnerInputTest extends LearnerContract {
    @ParameterizedTest
    @MethodSource("learners")
    void a_category_never_seen_counts_as_missing(String name) {
        UpliftModel model = fitted(name);
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
        UpliftModel model = fitted(name);
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

        LearnerSettings eager = SETTINGS.withTrees(new Trees(40, 2, 0.3, 0, 0, 1));
        UpliftScores scores =
                Learners.named(name, eager, EXECUTION)
                        .fit(copy(history, gmv, history.weight()))
                        .score(WORLD.audience(3).customers());

        assertThat(scores.uplift()[0][0]).isBetween(1f, 10.01f);
        assertThat(scores.orderProbability()[0][0]).isBetween(0.5f, 1f);
        assertThat(scores.baseline()[0]).isBetween(-0.01f, 1f);
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
    void features_that_do_not_fit_are_refused_by_name(String name) {
        UpliftModel model = fitted(name);

        assertThatThrownBy(() -> model.score(WORLD.audience(5).customers()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("feature (region) is missing.");
        assertThatThrownBy(() -> model.score(withColumn("regions")))
                .hasMessage("feature (regions) is unknown to the model. Did you mean 'region'?");
        assertThatThrownBy(() -> model.score(withRegionAsNumber()))
                .hasMessage("feature (region) must be a category, as in the history.");
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
}
