package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.OfferTotal;
import dev.marginal.tables.Requires;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
        return new Difference(
                (now.valueMicros() - before.valueMicros()) / MICROS,
                answer.forecast().minus(baseline.forecast()),
                (now.spendMicros() - before.spendMicros()) / MICROS,
                now.sends() - (long) before.sends(),
                offers(answer.offers(), baseline.offers()),
                moves(answer.plan(), baseline.plan()),
                prices(now.limits(), before.limits()));
    }

    private static List<Difference.OfferDifference> offers(
            List<OfferTotal> now, List<OfferTotal> before) {
        return IntStream.range(0, now.size())
                .mapToObj(
                        offer ->
                                new Difference.OfferDifference(
                                        now.get(offer).offer(),
                                        now.get(offer).sends() - before.get(offer).sends(),
                                        (now.get(offer).valueMicros()
                                                        - before.get(offer).valueMicros())
                                                / MICROS,
                                        (now.get(offer).spendMicros()
                                                        - before.get(offer).spendMicros())
                                                / MICROS))
                .toList();
    }

    /** Of one way to move: customers, value and spend in micro-units. */
    private static final class Sum {
        private long customers;
        private long value;
        private long spend;
    }

    /** From which offers to which, as bits. */
    private record Way(long from, long to) {}

    private static List<Difference.Move> moves(CampaignPlan now, CampaignPlan before) {
        long[] from = bits(before);
        long[] to = bits(now);
        Map<Way, Sum> sums = new HashMap<>();
        for (int customer = 0; customer < to.length; customer++) {
            long value =
                    worth(now, to[customer], customer, true)
                            - worth(before, from[customer], customer, true);
            long spend =
                    worth(now, to[customer], customer, false)
                            - worth(before, from[customer], customer, false);
            if (from[customer] == to[customer] && value == 0 && spend == 0) {
                continue;
            }
            Sum sum = sums.computeIfAbsent(new Way(from[customer], to[customer]), any -> new Sum());
            sum.customers++;
            sum.value += value;
            sum.spend += spend;
        }
        List<String> ids = now.offers().offers().stream().map(offer -> offer.id()).toList();
        List<Map.Entry<Way, Sum>> largest = new ArrayList<>(sums.entrySet());
        largest.sort(
                Comparator.<Map.Entry<Way, Sum>>comparingLong(
                                entry -> -Math.abs(entry.getValue().value))
                        .thenComparingLong(entry -> entry.getKey().from())
                        .thenComparingLong(entry -> entry.getKey().to()));
        return largest.stream()
                .map(
                        entry ->
                                new Difference.Move(
                                        named(entry.getKey().from(), ids),
                                        named(entry.getKey().to(), ids),
                                        entry.getValue().customers,
                                        entry.getValue().value / MICROS,
                                        entry.getValue().spend / MICROS))
                .toList();
    }

    private static long[] bits(CampaignPlan plan) {
        SendPlan sends = plan.sends();
        long[] bits = new long[plan.offers().customers()];
        for (int send = 0; send < sends.sends(); send++) {
            bits[sends.customer()[send]] |= 1L << sends.offer()[send];
        }
        return bits;
    }

    /** The value, or the cost, of some offers to a customer, in micro-units. */
    private static long worth(CampaignPlan plan, long offers, int customer, boolean value) {
        long sum = 0;
        for (long left = offers; left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            sum +=
                    value
                            ? plan.offers().valueMicros(offer, customer)
                            : plan.offers().costMicros(offer, customer);
        }
        return sum;
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
