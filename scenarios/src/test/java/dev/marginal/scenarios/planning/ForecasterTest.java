package dev.marginal.scenarios.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.allocation.PriceAllocator;
import dev.marginal.optimizer.kernel.Policy;
import dev.marginal.optimizer.rules.Allowance;
import dev.marginal.optimizer.rules.SegmentBudget;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.ModelClaims;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedHistory;
import dev.marginal.uplift.planted.PlantedWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A model that errs, planted: it sees each customer's true uplift through noise, so that what it
 * claims of its picks is too good.
 */
class ForecasterTest {
    private static final List<Planned> PLANNED =
            LongStream.rangeClosed(1, 60).mapToObj(ForecasterTest::plan).toList();

    @Test
    void the_interval_covers_what_the_plan_truly_earns_about_as_often_as_it_says() {
        int covered = 0;
        for (Planned planned : PLANNED) {
            double truth = PlantedCampaign.trueValue(planned.plan().sends(), planned.trueOffers());
            covered +=
                    planned.forecast().incrementalGmv().orElseThrow().low() <= truth
                                    && truth
                                            <= planned.forecast()
                                                    .incrementalGmv()
                                                    .orElseThrow()
                                                    .high()
                            ? 1
                            : 0;
        }

        // Binomial(60, 0.95) stays within these bounds with a probability above 0.999.
        assertThat(covered).isBetween(50, 60);
    }

    @Test
    void prices_that_differ_by_segment_are_covered_too_though_the_history_has_no_segments() {
        List<Planned> planned =
                LongStream.rangeClosed(101, 130)
                        .mapToObj(ForecasterTest::planWithSegments)
                        .toList();
        int covered = 0;
        for (Planned one : planned) {
            double truth = PlantedCampaign.trueValue(one.plan().sends(), one.trueOffers());
            Interval interval = one.forecast().incrementalGmv().orElseThrow();
            covered += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
            assertThat(one.plan().sends().limits())
                    .filteredOn(limit -> limit.limit().name().equals("region south, spend"))
                    .allMatch(limit -> limit.price() > 0);
        }

        // Binomial(30, 0.95) stays at or above 24 with a probability above 0.998.
        assertThat(covered).isBetween(24, 30);
    }

    @Test
    void the_forecast_is_nearer_to_the_truth_than_what_the_model_claims() {
        double claimed = 0;
        double forecast = 0;
        double truth = 0;
        for (Planned planned : PLANNED) {
            claimed += planned.claims().ofAll();
            forecast += planned.forecast().incrementalGmv().orElseThrow().estimate();
            truth += PlantedCampaign.trueValue(planned.plan().sends(), planned.trueOffers());
        }

        assertThat(claimed).as("the winner's curse").isGreaterThan(1.3 * truth);
        assertThat(Math.abs(forecast - truth)).isLessThan(0.5 * (claimed - truth));
    }

    @Test
    void an_offer_that_no_held_out_customer_would_get_is_said_to_be_not_measurable() {
        PlantedCampaign campaign = new PlantedCampaign(PlantedWorld.randomised(1), 2_000, 2_000);
        PlantedHistory history = campaign.world().history(2_000);
        UpliftScores good = Blurred.scores(campaign.audience(), campaign.world(), 1);
        UpliftScores hopeless =
                new UpliftScores(
                        good.treatments(),
                        new float[3][2_000],
                        new float[3][2_000],
                        new float[2_000]);
        OfferBook book = campaign.valuation().value(good);
        SendPlan sends =
                new PriceAllocator(
                                new AllocatorSettings(1e-2, Duration.ofMinutes(1)),
                                new Execution(1))
                        .allocate(book, campaign.budget(), campaign.rules());

        Forecast forecast =
                new Forecaster(Blurred.held(history, hopeless), campaign.valuation())
                        .forecast(
                                new CampaignPlan(good, book, sends),
                                Policy.of(Terms.of(book), sends, campaign.rules()));

        assertThat(sends.sends()).isPositive();
        assertThat(forecast.incrementalGmv()).isEmpty();
        assertThat(forecast.offersWithoutEvidence()).contains("push");
    }

    @Test
    void two_plans_differ_by_what_their_interval_says_which_is_narrower_than_either_of_them() {
        int covered = 0;
        for (long seed = 1; seed <= PLANNED.size(); seed++) {
            Planned large = PLANNED.get((int) seed - 1);
            Planned small = plan(seed, Traits.NONE, List.of(), 0.7);
            double truth =
                    PlantedCampaign.trueValue(large.plan().sends(), large.trueOffers())
                            - PlantedCampaign.trueValue(small.plan().sends(), small.trueOffers());
            Interval difference = large.forecast().minus(small.forecast()).orElseThrow();
            covered += difference.low() <= truth && truth <= difference.high() ? 1 : 0;
            assertThat(difference.high() - difference.low())
                    .isLessThan(0.8 * width(large.forecast()));
        }

        // Binomial(60, 0.95) stays within these bounds with a probability above 0.999.
        assertThat(covered).isBetween(50, 60);
    }

    private static double width(Forecast forecast) {
        Interval interval = forecast.incrementalGmv().orElseThrow();
        return interval.high() - interval.low();
    }

    private record Planned(
            CampaignPlan plan, OfferBook trueOffers, Forecast forecast, ModelClaims claims) {}

    private static Planned plan(long seed) {
        return plan(seed, Traits.NONE, List.of());
    }

    /** Two segments of unlike size, one of which may hardly spend. */
    private static Planned planWithSegments(long seed) {
        int[] code = new int[3_000];
        Arrays.setAll(code, customer -> customer % 3 == 0 ? 0 : 1);
        Segmentation region = new Segmentation("region", List.of("north", "south"), code);
        return plan(
                seed,
                new Traits(List.of(region), Map.of()),
                List.of(
                        new SegmentBudget(
                                "region",
                                Scope.ANY,
                                Map.of("south", Allowance.spend(0, 150)),
                                Allowance.NONE)));
    }

    private static Planned plan(long seed, Traits traits, List<Rule> more) {
        return plan(seed, traits, more, 1);
    }

    private static Planned plan(long seed, Traits traits, List<Rule> more, double share) {
        PlantedCampaign campaign = new PlantedCampaign(PlantedWorld.randomised(seed), 6_000, 3_000);
        List<Rule> all = new ArrayList<>(campaign.rules().all());
        all.addAll(more);
        Rules rules = new Rules(all);
        PlantedHistory history = campaign.world().history(campaign.historyRows());
        UpliftScores blurred = Blurred.scores(campaign.audience(), campaign.world(), seed + 1000);
        OfferBook book = campaign.valuation().value(blurred, traits);
        SendPlan sends =
                new PriceAllocator(
                                new AllocatorSettings(1e-2, Duration.ofMinutes(1)),
                                new Execution(1))
                        .allocate(
                                book,
                                Budget.of(share * campaign.budget().atMost().orElseThrow()),
                                rules);
        CampaignPlan plan = new CampaignPlan(blurred, book, sends);
        OutOfFoldScores held =
                Blurred.held(
                        history, Blurred.scores(history.truth(), campaign.world(), seed + 2000));
        Policy policy = Policy.of(Terms.of(book), sends, rules);
        return new Planned(
                plan,
                campaign.trueOffers(),
                new Forecaster(held, campaign.valuation(), traits).forecast(plan, policy),
                ModelClaims.of(plan, campaign.offers()));
    }
}
