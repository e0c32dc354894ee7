package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Moved;
import dev.marginal.scenarios.OfferTotal;
import java.util.Comparator;
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
                .mapToObj(offer -> now.get(offer).minus(before.get(offer)))
                .map(
                        more ->
                                new Difference.OfferDifference(
                                        more.offer(),
                                        more.sends(),
                                        more.valueMicros() / MICROS,
                                        more.spendMicros() / MICROS))
                .toList();
    }

    /** The largest change of value first; who gets the same at no other value is no move. */
    private static List<Difference.Move> moves(CampaignPlan now, CampaignPlan before) {
        List<String> ids = now.offers().offers().stream().map(Offer::id).toList();
        return now.since(before).ways().stream()
                .filter(way -> way.customers() > 0)
                .sorted(
                        Comparator.<Moved.Way>comparingLong(way -> -Math.abs(way.valueMicros()))
                                .thenComparingLong(Moved.Way::from)
                                .thenComparingLong(Moved.Way::to))
                .map(
                        way ->
                                new Difference.Move(
                                        named(way.from(), ids),
                                        named(way.to(), ids),
                                        way.customers(),
                                        way.valueMicros() / MICROS,
                                        way.spendMicros() / MICROS))
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
