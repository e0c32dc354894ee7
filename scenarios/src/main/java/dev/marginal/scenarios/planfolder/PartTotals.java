package dev.marginal.scenarios.planfolder;

import dev.marginal.optimizer.Offer;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.NotSent;
import dev.marginal.scenarios.OfferTotal;
import dev.marginal.scenarios.reasons.ReasonTotal;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the files of one part of a plan's customers add up to; sums of whole numbers, which do not
 * depend on how customers are parted.
 *
 * @param offers {@code [offer]}: sends, their value and their cost in micro-units
 * @param reasons why something is not sent, each with how often, and what that forgoes in
 *     micro-units
 * @param coFunding what others pay of the costs, in micro-units; −1 where nobody else pays any
 * @param claims what the model expects of all sends, and of those to customers with several, in
 *     micro-units
 */
public record PartTotals(
        long[][] offers, SortedMap<String, long[]> reasons, long coFunding, long[] claims)
        implements Serializable {
    private static final int FIGURES = 3;

    /** Of no customer. */
    public static PartTotals none(int offers) {
        return new PartTotals(new long[offers][FIGURES], new TreeMap<>(), -1, new long[2]);
    }

    static PartTotals of(CampaignPlan plan, List<ReasonTotal> notSent, long[] claims) {
        SortedMap<String, long[]> reasons = new TreeMap<>();
        notSent.forEach(
                one ->
                        reasons.put(
                                one.reason().word(),
                                new long[] {one.sends(), one.forgoneMicros()}));
        return new PartTotals(
                plan.totals().offers().stream()
                        .map(one -> new long[] {one.sends(), one.valueMicros(), one.spendMicros()})
                        .toArray(long[][]::new),
                reasons,
                plan.coFundingMicros().orElse(-1),
                claims);
    }

    /** These and those of another part. */
    public PartTotals plus(PartTotals other) {
        long[][] sums = new long[offers.length][];
        Arrays.setAll(sums, offer -> plus(offers[offer], other.offers[offer]));
        SortedMap<String, long[]> all = new TreeMap<>(reasons);
        other.reasons.forEach((reason, more) -> all.merge(reason, more, PartTotals::plus));
        long paid =
                coFunding < 0 && other.coFunding < 0
                        ? -1
                        : Math.max(0, coFunding) + Math.max(0, other.coFunding);
        return new PartTotals(sums, all, paid, plus(claims, other.claims));
    }

    private static long[] plus(long[] some, long[] others) {
        long[] sums = new long[some.length];
        Arrays.setAll(sums, figure -> some[figure] + others[figure]);
        return sums;
    }

    List<OfferTotal> offerTotals(List<Offer> named) {
        List<OfferTotal> totals = new ArrayList<>();
        for (int offer = 0; offer < offers.length; offer++) {
            long[] sums = offers[offer];
            totals.add(new OfferTotal(named.get(offer), sums[0], sums[1], sums[2]));
        }
        return totals;
    }

    /** In the order in which reasons are asked. */
    List<ReasonTotal> reasonTotals() {
        Comparator<ReasonTotal> asked =
                Comparator.comparing((ReasonTotal total) -> total.reason().code());
        return reasons.entrySet().stream()
                .map(
                        one ->
                                new ReasonTotal(
                                        NotSent.of(one.getKey()).orElseThrow(),
                                        one.getValue()[0],
                                        one.getValue()[1]))
                .sorted(asked.thenComparing(total -> total.reason().rule()))
                .toList();
    }
}
