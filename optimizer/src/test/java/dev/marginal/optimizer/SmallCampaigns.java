package dev.marginal.optimizer;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Random campaigns with every kind of limit mixed; one that breaks a claim shrinks to fewer
 * customers, offers and limits and to rounder numbers.
 */
public final class SmallCampaigns implements ArbitrarySupplier<SmallCampaign> {
    private static final int MOST_SENDS = 16;
    private static final int NOT_ALLOWED = 9_999;
    private static final List<Offer> OFFERS =
            List.of(
                    new Offer("five", "coupon"),
                    new Offer("ten", "coupon"),
                    new Offer("push", "push"),
                    new Offer("email", "email"));

    @Override
    public Arbitrary<SmallCampaign> get() {
        Arbitrary<LimitDraft> limit =
                Combinators.combine(
                                Arbitraries.of(LimitDraft.Kind.values()),
                                Arbitraries.integers().between(1, 15),
                                Arbitraries.integers().between(0, 3),
                                Arbitraries.integers().between(0, 12),
                                Arbitraries.integers().between(0, 5))
                        .as(LimitDraft::new);
        Arbitrary<LimitDraft> left =
                Combinators.combine(
                                Arbitraries.integers().between(1, 15),
                                Arbitraries.integers().between(1, 3),
                                Arbitraries.integers().between(0, 2))
                        .as(LimitDraft::left);
        return books().flatMap(
                        book ->
                                Combinators.combine(
                                                budgets(),
                                                limit.list().ofMinSize(0).ofMaxSize(5),
                                                left.list().ofMinSize(0).ofMaxSize(3))
                                        .as(
                                                (budget, limits, lefts) ->
                                                        campaign(book, budget, limits, lefts)));
    }

    private static SmallCampaign campaign(
            OfferBook book, Budget budget, List<LimitDraft> limits, List<LimitDraft> left) {
        return new SmallCampaign(
                book,
                budget,
                Stream.concat(limits.stream(), left.stream())
                        .map(limit -> limit.of(book))
                        .toList());
    }

    /** Money in whole units where {@code grain} is 1,000, in thousandths where it is 1. */
    private static Arbitrary<OfferBook> books() {
        return Arbitraries.of(1, 500, 1_000)
                .flatMap(
                        grain ->
                                Combinators.combine(
                                                Arbitraries.integers().between(1, 4),
                                                Arbitraries.integers().between(1, 8),
                                                numbers(grain, -3, 7, true),
                                                numbers(grain, 0, 4, false),
                                                numbers(grain, -2, 5, false),
                                                Arbitraries.integers()
                                                        .between(0, 2)
                                                        .array(int[].class)
                                                        .ofSize(8))
                                        .as(SmallCampaigns::book));
    }

    private static Arbitrary<float[]> numbers(int grain, int from, int to, boolean forbidden) {
        Arbitrary<Integer> amounts =
                Arbitraries.integers()
                        .between(from * 1_000 / grain, to * 1_000 / grain)
                        .withDistribution(RandomDistribution.uniform())
                        .map(number -> number * grain);
        Arbitrary<Integer> some =
                forbidden
                        ? Arbitraries.frequencyOf(
                                Tuple.of(12, amounts), Tuple.of(1, Arbitraries.just(NOT_ALLOWED)))
                        : amounts;
        return some.array(int[].class).ofSize(MOST_SENDS).map(SmallCampaigns::thousandths);
    }

    private static float[] thousandths(int[] numbers) {
        float[] amounts = new float[numbers.length];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = numbers[i] == NOT_ALLOWED ? Float.NaN : numbers[i] / 1_000f;
        }
        return amounts;
    }

    private static OfferBook book(
            int offers, int most, float[] value, float[] cost, float[] minutes, int[] stage) {
        int customers = Math.min(most, MOST_SENDS / offers);
        return new OfferBook(
                OFFERS.subList(0, offers),
                columns(value, offers, customers),
                columns(cost, offers, customers),
                List.of(
                        new Segmentation(
                                "stage",
                                List.of("new", "active", "lapsed"),
                                IntStream.of(stage).limit(customers).toArray())),
                List.of(new Measure("minutes", columns(minutes, offers, customers))));
    }

    private static float[][] columns(float[] numbers, int offers, int customers) {
        float[][] columns = new float[offers][customers];
        for (int offer = 0; offer < offers; offer++) {
            System.arraycopy(numbers, offer * customers, columns[offer], 0, customers);
        }
        return columns;
    }

    private static Arbitrary<Budget> budgets() {
        return Arbitraries.integers()
                .between(0, 48)
                .map(half -> half > 40 ? Budget.unlimited() : Budget.of(half / 2.0));
    }
}
