package dev.marginal.scenarios.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.allocation.GreedyAllocator;
import dev.marginal.optimizer.allocation.PriceAllocator;
import dev.marginal.optimizer.kernel.Policy;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedWorld;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What simpler plans truly earn is known: the world is planted. */
class NeighbourForecastTest {
    private static final Execution ALONE = new Execution(1);
    private static final List<World> WORLDS =
            LongStream.rangeClosed(1, 60).mapToObj(World::of).toList();

    @Test
    void intervals_of_random_sends_cover_what_these_truly_earn() {
        assertCovered(World::random);
    }

    @Test
    void intervals_of_likely_buyers_cover_what_these_truly_earn() {
        assertCovered(World::responders);
    }

    @Test
    void intervals_of_a_greedy_plan_cover_what_it_truly_earns() {
        assertCovered(World::earners);
    }

    @Test
    void intervals_of_the_plans_lead_cover_its_true_lead_and_are_narrower_than_both_together() {
        int covered = 0;
        for (World world : WORLDS) {
            Measured own = world.own();
            Measured other = world.earners();
            Interval lead = own.forecast().minus(other.forecast()).orElseThrow();
            covered += covers(lead, world.truth(own) - world.truth(other)) ? 1 : 0;
            assertThat(lead.high() - lead.low())
                    .isLessThan(0.9 * (width(own.forecast()) + width(other.forecast())));
        }
        assertThat(covered).isBetween(50, 60);
    }

    /** Binomial(60, 0.95) stays within these bounds with a probability above 0.999. */
    private static void assertCovered(Function<World, Measured> neighbour) {
        long covered =
                WORLDS.stream()
                        .filter(
                                world -> {
                                    Measured one = neighbour.apply(world);
                                    Interval told = one.forecast().incrementalGmv().orElseThrow();
                                    return covers(told, world.truth(one));
                                })
                        .count();
        assertThat(covered).isBetween(50L, 60L);
    }

    private static boolean covers(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }

    private static double width(Forecast forecast) {
        Interval interval = forecast.incrementalGmv().orElseThrow();
        return interval.high() - interval.low();
    }

    private record Measured(SendPlan sends, Forecast forecast) {}

    /** A campaign whose model sees uplift through noise. */
    private record World(
            PlantedCampaign campaign, UpliftScores scores, OfferBook book, Forecaster forecaster) {
        static World of(long seed) {
            PlantedCampaign campaign =
                    new PlantedCampaign(PlantedWorld.randomised(seed), 6_000, 3_000);
            UpliftScores scores =
                    Blurred.scores(campaign.audience(), campaign.world(), seed + 1_000);
            var history = campaign.world().history(campaign.historyRows());
            OutOfFoldScores held =
                    Blurred.held(
                            history,
                            Blurred.scores(history.truth(), campaign.world(), seed + 2_000));
            return new World(
                    campaign,
                    scores,
                    campaign.valuation().value(scores),
                    new Forecaster(held, campaign.valuation()));
        }

        Measured random() {
            SendPlan sends = sends(GreedyAllocator.random(1, ALONE));
            return new Measured(sends, forecaster.ofDrawn(plan(sends)));
        }

        Measured responders() {
            return greedy(
                    GreedyAllocator.byScore(campaign.valuation().response(scores), ALONE),
                    GreedyAllocator.byScore(forecaster.response(), ALONE));
        }

        Measured earners() {
            GreedyAllocator earners = GreedyAllocator.byValuePerCost(ALONE);
            return greedy(earners, earners);
        }

        private Measured greedy(GreedyAllocator how, GreedyAllocator ofRows) {
            SendPlan sends = sends(how);
            CustomerKinds kinds = CustomerKinds.of(book, campaign.rules());
            return new Measured(
                    sends,
                    forecaster.forecast(
                            plan(sends), how, ofRows, campaign.rules(), Pins.NONE, kinds));
        }

        Measured own() {
            AllocatorSettings settings = new AllocatorSettings(1e-2, Duration.ofMinutes(1));
            SendPlan sends =
                    new PriceAllocator(settings, ALONE)
                            .allocate(book, campaign.budget(), campaign.rules());
            Policy policy = Policy.of(Terms.of(book), sends, campaign.rules());
            return new Measured(sends, forecaster.forecast(plan(sends), policy));
        }

        private SendPlan sends(GreedyAllocator how) {
            return how.allocate(book, campaign.budget(), campaign.rules());
        }

        private CampaignPlan plan(SendPlan sends) {
            return new CampaignPlan(scores, book, sends);
        }

        double truth(Measured measured) {
            return PlantedCampaign.trueValue(measured.sends(), campaign.trueOffers());
        }
    }
}
