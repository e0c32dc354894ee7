package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.tables.Requires;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Subtracts answers. */
final class Differences {
    private static final double MICROS = OfferBook.MICROS;

    private Differences() {}

    static Difference between(Answer answer, Answer baseline) {
        SendPlan now = answer.plan().sends();
        SendPlan before = baseline.plan().sends();
        Requires.require(
                answer.plan().offers().customers() == baseline.plan().offers().customers(),
                "customers of the baseline",
                baseline.plan().offers().customers(),
                String.valueOf(answer.plan().offers().customers()));
        Map<Way, Sum> moves = moves(answer.plan(), baseline.plan());
        return new Difference(
                (now.valueMicros() - before.valueMicros()) / MICROS,
                answer.forecast().minus(baseline.forecast()),
                (now.spendMicros() - before.spendMicros()) / MICROS,
                now.sends() - (long) before.sends(),
                offers(moves, answer.plan()),
                told(moves, answer.plan()),
                prices(now.limits(), before.limits()));
    }

    /** Of one way to move: customers, and what each offer brings and costs more, in micro-units. */
    private static final class Sum {
        private final long[] values;
        private final long[] spends;
        private long customers;

        Sum(int offers) {
            this.values = new long[offers];
            this.spends = new long[offers];
        }

        void add(OfferBook book, long set, int customer, int sign) {
            for (long left = set; left != 0; left &= left - 1) {
                int offer = Long.numberOfTrailingZeros(left);
                values[offer] += sign * book.valueMicros(offer, customer);
                spends[offer] += sign * book.costMicros(offer, customer);
            }
        }

        long value() {
            return LongStream.of(values).sum();
        }

        long spend() {
            return LongStream.of(spends).sum();
        }

        /** How many of its customers get an offer more. */
        long sends(Way way, int offer) {
            return customers * ((way.to >> offer & 1) - (way.from >> offer & 1));
        }
    }

    /** From which offers to which, as bits. */
    private record Way(long from, long to) {}

    private static List<Difference.OfferDifference> offers(Map<Way, Sum> moves, CampaignPlan now) {
        List<Difference.OfferDifference> offers = new ArrayList<>();
        for (int i = 0; i < now.offers().offers().size(); i++) {
            int offer = i;
            offers.add(
                    new Difference.OfferDifference(
                            now.offers().offers().get(offer),
                            sum(moves, (way, sum) -> sum.sends(way, offer)),
                            sum(moves, (way, sum) -> sum.values[offer]) / MICROS,
                            sum(moves, (way, sum) -> sum.spends[offer]) / MICROS));
        }
        return offers;
    }

    private static long sum(Map<Way, Sum> moves, ToLongBiFunction<Way, Sum> of) {
        return moves.entrySet().stream()
                .mapToLong(one -> of.applyAsLong(one.getKey(), one.getValue()))
                .sum();
    }

    /** Only customers whose offers, or what these bring or cost, are not the same. */
    private static Map<Way, Sum> moves(CampaignPlan now, CampaignPlan before) {
        long[] from = before.sends().sets(before.offers().customers());
        long[] to = now.sends().sets(now.offers().customers());
        long revalued = revalued(now.offers(), before.offers());
        Map<Way, Sum> moves = new HashMap<>();
        for (int customer = 0; customer < to.length; customer++) {
            boolean stays = from[customer] == to[customer];
            if (!stays || costsOrBringsElse(to[customer] & revalued, customer, now, before)) {
                Sum sum =
                        moves.computeIfAbsent(
                                new Way(from[customer], to[customer]),
                                any -> new Sum(now.offers().offers().size()));
                sum.customers++;
                sum.add(now.offers(), to[customer], customer, 1);
                sum.add(before.offers(), from[customer], customer, -1);
            }
        }
        return moves;
    }

    private static boolean costsOrBringsElse(
            long set, int customer, CampaignPlan now, CampaignPlan before) {
        long value = 0;
        long spend = 0;
        for (long left = set; left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            value +=
                    now.offers().valueMicros(offer, customer)
                            - before.offers().valueMicros(offer, customer);
            spend +=
                    now.offers().costMicros(offer, customer)
                            - before.offers().costMicros(offer, customer);
        }
        return value != 0 || spend != 0;
    }

    /** Bits of the offers that do not share their values and costs. */
    private static long revalued(OfferBook now, OfferBook before) {
        return IntStream.range(0, now.offers().size())
                .filter(
                        offer ->
                                now.value()[offer] != before.value()[offer]
                                        || now.cost()[offer] != before.cost()[offer])
                .mapToLong(offer -> 1L << offer)
                .sum();
    }

    private static List<Difference.Move> told(Map<Way, Sum> moves, CampaignPlan now) {
        List<String> ids = now.offers().offers().stream().map(offer -> offer.id()).toList();
        List<Map.Entry<Way, Sum>> largest = new ArrayList<>(moves.entrySet());
        largest.sort(
                Comparator.<Map.Entry<Way, Sum>>comparingLong(
                                entry -> -Math.abs(entry.getValue().value()))
                        .thenComparingLong(entry -> entry.getKey().from())
                        .thenComparingLong(entry -> entry.getKey().to()));
        return largest.stream()
                .map(
                        entry ->
                                new Difference.Move(
                                        named(entry.getKey().from(), ids),
                                        named(entry.getKey().to(), ids),
                                        entry.getValue().customers,
                                        entry.getValue().value() / MICROS,
                                        entry.getValue().spend() / MICROS))
                .toList();
    }

    private static List<String> named(long bits, List<String> ids) {
        return IntStream.range(0, ids.size())
                .filter(offer -> (bits >> offer & 1) == 1)
                .mapToObj(ids::get)
                .toList();
    }

    private static List<Difference.PriceDifference> prices(
            List<LimitUse> now, List<LimitUse> before) {
        Map<String, double[]> prices = new LinkedHashMap<>();
        now.forEach(use -> prices.put(use.limit().name(), new double[] {0, use.price()}));
        before.forEach(
                use ->
                        prices.computeIfAbsent(use.limit().name(), any -> new double[2])[0] =
                                use.price());
        return prices.entrySet().stream()
                .filter(entry -> entry.getValue()[0] != entry.getValue()[1])
                .map(
                        entry ->
                                new Difference.PriceDifference(
                                        entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .toList();
    }
}
