package dev.marginal.optimizer.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.GeneratedBook;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.rules.Allowance;
import dev.marginal.optimizer.rules.AmountCap;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.MinimumRoi;
import dev.marginal.optimizer.rules.SegmentBudget;
import dev.marginal.optimizer.rules.SlotsLeft;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubstitutionTest {
    private static final int ROWS = 1_500;
    private static final int PLACES = 40;
    private static final int OFFERS = 5;
    private static final List<String> REGIONS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    private static final Rule ONE = new ContactLimit(Scope.ANY, 1);
    private static final Rule TWO = new ContactLimit(Scope.ANY, 2);
    private static final Rule BY_CUSTOMER = new SlotsLeft("weekly", Scope.ANY, "left");
    private static final Rule ONE_PUSH = new ContactLimit(new Scope.OfChannel("push"), 1);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {101, 102, 103, 104, 105, 106})
    void rows_get_in_a_place_what_a_customer_of_that_place_would_get(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (List<Rule> personal :
                List.of(
                        List.<Rule>of(),
                        List.of(ONE),
                        List.of(TWO),
                        List.of(TWO, ONE_PUSH),
                        List.of(BY_CUSTOMER))) {
            OfferBook rows = rows(seed);
            OfferBook places = places(random);
            Policy policy = policy(personal, places, random);
            long[][] sets = new long[PLACES][ROWS];
            int[][] times = new int[PLACES][ROWS];
            for (Agreement one : policy.sets(places, rows)) {
                for (int place : one.places()) {
                    for (int i = 0; i < one.rows().length; i++) {
                        sets[place][one.rows()[i]] = one.sets()[i];
                        times[place][one.rows()[i]]++;
                    }
                }
            }
            for (int place = 0; place < PLACES; place++) {
                assertThat(times[place]).containsOnly(1);
                assertThat(sets[place]).isEqualTo(policy.sets(in(places, place, rows)));
            }
        }
    }

    @ParameterizedTest(name = "prices that differ by {0}")
    @ValueSource(doubles = {0, 1e-9, 1e-3})
    void rows_are_asked_once_for_places_that_hardly_differ_in_price(double apart) {
        OfferBook places = places(new SplittableRandom(1));
        List<LimitUse> priced =
                rules(List.of(TWO))
                        .limits(Terms.of(places))
                        .filter(limit -> limit.name().startsWith("region"))
                        .map(Limit.Shared.class::cast)
                        .map(limit -> new LimitUse(limit, 0, 0.5 + apart * limit.name().charAt(7)))
                        .toList();
        OfferBook open =
                GeneratedBook.of(PLACES, OFFERS, 1).with(places.segmentations(), List.of());
        Policy policy = Policy.of(Terms.of(open), plan(priced), Rules.of(TWO));
        List<Agreement> agreements = policy.sets(open, GeneratedBook.of(ROWS, OFFERS, 2));
        assertThat(agreements.get(0).places()).hasSize(PLACES);
        assertThat(agreements.get(0).rows().length).isGreaterThan(ROWS * 9 / 10);
    }

    private static Policy policy(List<Rule> personal, OfferBook places, SplittableRandom random) {
        Rules rules = rules(personal);
        List<LimitUse> uses =
                rules.limits(Terms.of(places))
                        .filter(Limit.Shared.class::isInstance)
                        .map(Limit.Shared.class::cast)
                        .map(limit -> new LimitUse(limit, 0, price(limit, random)))
                        .toList();
        return Policy.of(Terms.of(places), plan(uses), rules);
    }

    private static double price(Limit.Shared limit, SplittableRandom random) {
        if (limit.name().startsWith("region h")) {
            return 0;
        }
        boolean ratio = limit.parts().stream().anyMatch(part -> part.charge().equals(Charge.VALUE));
        return random.nextDouble(-0.1, 0.6) * (ratio ? 1e-3 : 1);
    }

    private static Rules rules(List<Rule> personal) {
        List<Rule> shared =
                List.of(
                        ChannelCap.sends("push", 100),
                        new SegmentBudget("region", Scope.ANY, Map.of(), Allowance.spend(0, 10)),
                        new AmountCap(
                                "minutes",
                                Scope.ANY,
                                Segment.of("region", "c"),
                                OptionalDouble.empty(),
                                OptionalDouble.of(9)),
                        new MinimumRoi(
                                BigDecimal.valueOf(1.5), Scope.ANY, Segment.of("left", "1")));
        return new Rules(
                IntStream.range(0, shared.size() + personal.size())
                        .mapToObj(
                                i ->
                                        i < shared.size()
                                                ? shared.get(i)
                                                : personal.get(i - shared.size()))
                        .toList());
    }

    private static SendPlan plan(List<LimitUse> uses) {
        return new SendPlan(
                Outcome.OPTIMAL,
                new int[0],
                new byte[0],
                0,
                0,
                0,
                0,
                uses,
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static OfferBook rows(long seed) {
        OfferBook book = GeneratedBook.of(ROWS, OFFERS, seed);
        float[][] minutes = new float[OFFERS][ROWS];
        for (int offer = 0; offer < OFFERS; offer++) {
            Arrays.fill(minutes[offer], 0.25f * offer);
        }
        return book.with(List.of(), List.of(new Measure("minutes", minutes)));
    }

    /** Of all regions and allowances; a tenth of what is offered is closed. */
    private static OfferBook places(SplittableRandom random) {
        OfferBook book = GeneratedBook.of(PLACES, OFFERS, random.nextLong());
        for (float[] column : book.value()) {
            for (int place = 0; place < PLACES; place++) {
                column[place] = random.nextInt(10) == 0 ? Float.NaN : column[place];
            }
        }
        Segmentation region =
                new Segmentation(
                        "region",
                        REGIONS,
                        IntStream.range(0, PLACES).map(place -> place % 8).toArray());
        Segmentation left =
                new Segmentation(
                        "left",
                        List.of("0", "1", "2", "plenty"),
                        IntStream.range(0, PLACES).map(place -> random.nextInt(4)).toArray());
        Measure minutes = new Measure("minutes", new float[OFFERS][PLACES]);
        Measure other = new Measure("distance", new float[OFFERS][PLACES]);
        return book.with(List.of(region, left), List.of(other, minutes));
    }

    /** The rows as if all of them were one customer. */
    private static OfferBook in(OfferBook places, int place, OfferBook rows) {
        float[][] value = rows.value().clone();
        for (int offer = 0; offer < value.length; offer++) {
            if (!places.allows(offer, place)) {
                value[offer] = new float[ROWS];
                Arrays.fill(value[offer], Float.NaN);
            }
        }
        List<Segmentation> there =
                places.segmentations().stream()
                        .map(
                                one -> {
                                    int[] code = new int[ROWS];
                                    Arrays.fill(code, one.code()[place]);
                                    return new Segmentation(one.column(), one.names(), code);
                                })
                        .toList();
        return rows.with(there, rows.measures()).closed(value);
    }
}
