package dev.marginal.scenarios.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.kernel.Policy;
import dev.marginal.optimizer.rules.Allowance;
import dev.marginal.optimizer.rules.SegmentBudget;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.Measurement;
import dev.marginal.scenarios.ModelClaims;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedHistory;
import dev.marginal.uplift.planted.PlantedWorld;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forecasts of random policies, beside what their formula says read row by row. */
class ForecastFormulaTest {
    private static final int AUDIENCE = 3_000;
    private static final int HISTORY = 4_000;
    private static final List<String> REGIONS = List.of("a", "b", "c", "d", "e", "f", "g");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {101, 102, 103, 104, 105, 106, 107, 108})
    void a_forecast_is_what_its_formula_says(long seed) {
        Case one = new Case(seed);
        Forecast forecast = one.forecaster().forecast(one.plan, one.policy, one.drawn, one.kinds());

        assertSame(forecast, one.plain().of(one.plan, one.policy, one.drawn));
        assertThat(forecast.measured().orElseThrow().customer()).hasSizeGreaterThan(100);
        ModelClaims claims = ModelClaims.of(one.plan, one.campaign.offers());
        assertThat(claims).isEqualTo(one.plain().claims(one.plan));
        assertThat(claims.shareOfSeveral()).isBetween(0.0, 1.0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {111, 112, 113, 114})
    void kinds_of_customers_serve_where_some_of_them_may_get_nothing_any_more(long seed) {
        Case open = new Case(seed);
        CampaignPlan plan = open.plan(open.closed(seed));
        Forecast forecast = open.forecaster().forecast(plan, open.rules, open.drawn, open.kinds());

        assertThat(plan.sends().sends()).isBetween(100, open.plan.sends().sends() - 100);
        assertSame(forecast, open.plain().of(plan, open.policy(plan), open.drawn));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {121, 122})
    void the_difference_of_two_plans_is_that_of_the_formula(long seed) {
        Case one = new Case(seed);
        CampaignPlan less = one.plan(one.closed(seed));
        Forecast large = one.forecaster().forecast(one.plan, one.policy, Pins.NONE, one.kinds());
        Forecast small = one.forecaster().forecast(less, one.rules, Pins.NONE, one.kinds());
        var expected =
                one.plain()
                        .of(one.plan, one.policy, Pins.NONE)
                        .minus(one.plain().of(less, one.policy(less), Pins.NONE))
                        .orElseThrow();
        var difference = large.minus(small).orElseThrow();
        double width = expected.high() - expected.low();
        assertThat(difference.low()).isCloseTo(expected.low(), within(1e-9 * width));
        assertThat(difference.high()).isCloseTo(expected.high(), within(1e-9 * width));
    }

    private static void assertSame(Forecast forecast, Forecast expected) {
        Measurement measured = forecast.measured().orElseThrow();
        Measurement plain = expected.measured().orElseThrow();
        double scale = Arrays.stream(plain.influence()).map(Math::abs).sum();
        assertThat(measured.customer()).isEqualTo(plain.customer());
        assertThat(measured.estimate()).isCloseTo(plain.estimate(), within(1e-12 * scale));
        for (int i = 0; i < plain.influence().length; i++) {
            assertThat(measured.influence()[i])
                    .isCloseTo(plain.influence()[i], within(1e-12 * scale));
        }
        assertThat(forecast.offersWithoutEvidence()).isEqualTo(expected.offersWithoutEvidence());
    }

    /** A campaign by regions, with prices as they fall. */
    private static final class Case {
        private final PlantedCampaign campaign;
        private final Rules rules;
        private final List<LimitUse> priced;
        private final UpliftScores scores;
        private final OutOfFoldScores history;
        private final OfferBook book;
        private final CampaignPlan plan;
        private final Policy policy;
        private final Pins drawn;

        Case(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            campaign = new PlantedCampaign(PlantedWorld.randomised(seed), HISTORY, AUDIENCE);
            PlantedHistory planted = campaign.world().history(HISTORY);
            scores = Blurred.scores(campaign.audience(), campaign.world(), seed + 1000);
            history =
                    Blurred.held(
                            planted,
                            Blurred.scores(planted.truth(), campaign.world(), seed + 2000));
            int[] code = IntStream.range(0, AUDIENCE).map(any -> random.nextInt(7)).toArray();
            book =
                    campaign.valuation()
                            .value(
                                    scores,
                                    new Traits(
                                            List.of(new Segmentation("region", REGIONS, code)),
                                            Map.of()));
            List<Rule> all = new ArrayList<>(campaign.rules().all());
            Allowance each = Allowance.spend(0, 100);
            all.add(new SegmentBudget("region", Scope.ANY, Map.of("b", each), each));
            rules = new Rules(all);
            priced =
                    rules.limits(Terms.of(book))
                            .filter(Limit.Shared.class::isInstance)
                            .map(Limit.Shared.class::cast)
                            .map(limit -> new LimitUse(limit, 0, price(random)))
                            .toList();
            plan = plan(book);
            policy = policy(plan);
            drawn = seed % 2 == 0 ? Pins.NONE : drawn(random);
        }

        private static double price(SplittableRandom random) {
            return random.nextInt(4) == 0 ? 0 : random.nextDouble(0, 1.2);
        }

        private static Pins drawn(SplittableRandom random) {
            int[] customers =
                    IntStream.range(0, AUDIENCE).filter(any -> random.nextInt(9) == 0).toArray();
            OfferSet[] sets = new OfferSet[customers.length];
            Arrays.fill(sets, new OfferSet(1));
            return new Pins(customers, sets);
        }

        Forecaster forecaster() {
            return new Forecaster(history, campaign.valuation());
        }

        PlainForecast plain() {
            return new PlainForecast(history, campaign.valuation());
        }

        CustomerKinds kinds() {
            return CustomerKinds.of(book, rules);
        }

        Policy policy(CampaignPlan of) {
            return Policy.of(Terms.of(of.offers()), of.sends(), rules);
        }

        /** The book without a region, a fifth of all others, and the last offer. */
        OfferBook closed(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] region = book.segmentations().get(0).code();
            float[][] value = new float[book.offers().size()][];
            Arrays.setAll(value, offer -> book.value()[offer].clone());
            for (int customer = 0; customer < AUDIENCE; customer++) {
                boolean out = random.nextInt(5) == 0 || region[customer] == 2;
                for (int offer = 0; offer < value.length; offer++) {
                    boolean never = out || offer == value.length - 1;
                    value[offer][customer] = never ? Float.NaN : value[offer][customer];
                }
            }
            return book.closed(value);
        }

        /** What the prices choose, less a few sends. */
        CampaignPlan plan(OfferBook of) {
            SplittableRandom random = new SplittableRandom(7);
            SendPlan none = plan(new int[0], new byte[0]);
            long[] sets = Policy.of(Terms.of(of), none, rules).sets(of);
            int[] customer = new int[sets.length * of.offers().size()];
            byte[] offer = new byte[customer.length];
            int sends = 0;
            for (int one = 0; one < sets.length; one++) {
                for (long left = sets[one]; left != 0; left &= left - 1) {
                    if (random.nextInt(50) > 0) {
                        customer[sends] = one;
                        offer[sends++] = (byte) Long.numberOfTrailingZeros(left);
                    }
                }
            }
            return new CampaignPlan(
                    scores, of, plan(Arrays.copyOf(customer, sends), Arrays.copyOf(offer, sends)));
        }

        private SendPlan plan(int[] customer, byte[] offer) {
            return new SendPlan(
                    Outcome.OPTIMAL,
                    customer,
                    offer,
                    0,
                    0,
                    0,
                    0,
                    priced,
                    List.of(),
                    List.of(),
                    Optional.empty());
        }
    }
}
