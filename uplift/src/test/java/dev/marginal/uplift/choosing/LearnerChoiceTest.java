package dev.marginal.uplift.choosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Choice.Candidate;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.Spending;
import dev.marginal.uplift.Spending.Costs;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.crossfitting.CrossFitting;
import dev.marginal.uplift.evaluation.Trial;
import dev.marginal.uplift.learners.Learners;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnerChoiceTest {
    private static final LearnerSettings SETTINGS = LearnerSettings.defaults();
    private static final Spending FOR_THREE_IN_TEN = new Spending(.3, List.of(new Costs(1, 0)));

    /** App usage, feature 6, is what the effect of a planted treatment depends on. */
    private static final UpliftLearner USEFUL = new HalvesLearner(6, 1);

    private static final UpliftLearner USELESS = new HalvesLearner(9, 1);
    private static final UpliftLearner BOASTFUL = new HalvesLearner(6, 20);

    @Test
    void the_useful_learner_wins_every_fold() {
        ChosenModel chosen = choose(List.of(USELESS, USEFUL), strong(40_000));

        assertThat(chosen.choice().chosen()).isEqualTo(USEFUL.name());
        assertThat(chosen.choice().candidates())
                .extracting(Candidate::foldsWon)
                .containsExactly(0, 5);
        assertThat(chosen.choice().candidates().get(0).lead().low()).isPositive();
        assertThat(chosen.choice().candidates().get(1).lead().estimate()).isZero();
        assertThat(chosen.fit().outOfFold())
                .usingRecursiveComparison()
                .isEqualTo(new CrossFitting(USEFUL, SETTINGS).outOfFold(strong(40_000)));
    }

    @Test
    void of_two_with_one_policy_the_one_of_right_size_wins() {
        ChosenModel chosen = choose(List.of(BOASTFUL, USEFUL), strong(10_000));

        Candidate boastful = chosen.choice().candidates().get(0);
        assertThat(chosen.choice().chosen()).isEqualTo(USEFUL.name());
        assertThat(boastful.lead().estimate()).as("the same sends").isZero();
        assertThat(boastful.loss()).isGreaterThan(chosen.choice().candidates().get(1).loss());
    }

    @Test
    void who_boasts_is_vetoed_though_his_policy_is_the_best() {
        ChosenModel chosen = choose(List.of(BOASTFUL, USELESS), strong(40_000));

        Candidate boastful = chosen.choice().candidates().get(0);
        assertThat(boastful.slope().high()).isLessThan(.3);
        assertThat(boastful.vetoed()).isTrue();
        assertThat(boastful.lead().estimate()).as("ahead of the winner").isNegative();
        assertThat(chosen.choice().chosen()).isEqualTo(USELESS.name());
    }

    @Test
    void where_all_boast_the_veto_is_void() {
        assertThat(choose(List.of(BOASTFUL), strong(40_000)).choice().chosen())
                .isEqualTo(BOASTFUL.name());
    }

    @Test
    void folds_are_won_by_whom_the_other_folds_choose() {
        List<UpliftLearner> learners = useless();
        ChosenModel chosen = choose(learners, silent(3, 400));

        OutOfFoldScores outOfFold = chosen.fit().outOfFold();
        int[] won = new int[learners.size()];
        for (int fold = 0; fold < SETTINGS.folds(); fold++) {
            won[whose(fold, outOfFold, learners)]++;
        }
        assertThat(chosen.choice().candidates().stream().mapToInt(Candidate::foldsWon))
                .containsExactly(IntStream.of(won).boxed().toArray(Integer[]::new));
        assertThat(won).as("by several").contains(0).isNotEqualTo(new int[] {5, 0, 0, 0, 0, 0});
    }

    @Test
    void the_composite_of_useless_learners_is_worth_nothing_though_the_best_of_them_seems_to_be() {
        List<UpliftLearner> learners =
                IntStream.range(0, 6)
                        .<UpliftLearner>mapToObj(f -> new HalvesLearner(f, 1))
                        .toList();
        List<Double> composite = new ArrayList<>();
        List<Double> best = new ArrayList<>();
        for (int seed = 101; seed <= 400; seed++) {
            ChosenModel chosen = choose(learners, silent(seed, 400));
            composite.add(value(chosen.fit().outOfFold()));
            best.add(
                    chosen.choice().candidates().stream()
                            .mapToDouble(each -> each.value().estimate())
                            .max()
                            .orElseThrow());
        }
        assertThat(standardErrorsAboveZero(composite)).isBetween(-3., 2.);
        assertThat(standardErrorsAboveZero(best)).isGreaterThan(4);
    }

    @Test
    void the_final_model_is_the_winners_on_all_rows() {
        LearnerSettings quick = LearnerSettings.quick().withFolds(3);
        List<UpliftLearner> learners =
                List.of(
                        Learners.named("t", quick, new Execution(2)),
                        Learners.named("t-logit", quick, new Execution(2)));
        CampaignHistory history = strong(1_500);

        ChosenModel chosen = new LearnerChoice(learners, quick, FOR_THREE_IN_TEN).fit(history);

        UpliftLearner winner = Learners.named(chosen.choice().chosen(), quick, new Execution(1));
        assertThat(chosen.fit().model().provenance().learner()).isEqualTo(winner.name());
        assertThat(chosen.fit().model().score(history.customers()).uplift())
                .isDeepEqualTo(winner.fit(history).score(history.customers()).uplift());
    }

    @Test
    void progress_counts_every_model() {
        List<String> heard = new ArrayList<>();
        LearnerSettings three = SETTINGS.withFolds(3);

        new LearnerChoice(
                        List.of(USEFUL, USELESS),
                        three,
                        FOR_THREE_IN_TEN,
                        (finished, all) -> heard.add(finished + "/" + all),
                        new Execution(2))
                .fit(silent(1, 300));

        assertThat(heard)
                .containsExactly(
                        "1/10", "2/10", "3/10", "4/10", "5/10", "6/10", "7/10", "8/10", "9/10",
                        "10/10");
    }

    @Test
    void learners_need_names_of_their_own() {
        assertThatThrownBy(
                        () ->
                                new LearnerChoice(
                                        List.of(USEFUL, USEFUL), SETTINGS, FOR_THREE_IN_TEN))
                .hasMessage("learners' names (1) must be 2.");
    }

    /** The learner whose own scores these are. */
    private static int whose(int fold, OutOfFoldScores scores, List<UpliftLearner> learners) {
        CampaignHistory history = silent(3, 400);
        for (int each = 0; each < learners.size(); each++) {
            float[] own =
                    new CrossFitting(learners.get(each), SETTINGS)
                            .outOfFold(history)
                            .scores()
                            .uplift()[0];
            int place = each;
            if (IntStream.range(0, own.length)
                    .filter(row -> scores.fold()[row] == fold)
                    .allMatch(row -> own[row] == scores.scores().uplift()[0][row])) {
                return place;
            }
        }
        throw new AssertionError("nobody's");
    }

    private static List<UpliftLearner> useless() {
        return IntStream.range(0, 6).<UpliftLearner>mapToObj(f -> new HalvesLearner(f, 1)).toList();
    }

    private static ChosenModel choose(List<UpliftLearner> learners, CampaignHistory history) {
        return new LearnerChoice(learners, SETTINGS, FOR_THREE_IN_TEN).fit(history);
    }

    private static double value(OutOfFoldScores scores) {
        return Trial.of(scores, scores, FOR_THREE_IN_TEN).value().estimate();
    }

    private static CampaignHistory strong(int rows) {
        return PlantedWorld.randomised(1).withArms(new Arm("coupon", 3)).history(rows).history();
    }

    private static CampaignHistory silent(int seed, int rows) {
        return PlantedWorld.randomised(seed).withArms(new Arm("coupon", 0)).history(rows).history();
    }

    private static double standardErrorsAboveZero(List<Double> values) {
        double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
        double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        double variance = squares / (values.size() - 1);
        return mean / Math.sqrt(variance / values.size());
    }
}
