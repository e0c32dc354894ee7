package dev.marginal.scenarios;

import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One offer's part of a plan.
 *
 * @param sends how many
 * @param valueMicros sum of the sends' values
 * @param spendMicros sum of the sends' expected costs
 */
public record OfferTotal(Offer offer, long sends, long valueMicros, long spendMicros) {
    /** The parts of all offers, in the campaign's order. */
    public static List<OfferTotal> of(CampaignPlan plan) {
        OfferBook book = plan.offers();
        SendPlan sends = plan.sends();
        long[][] totals = new long[book.offers().size()][3];
        for (int i = 0; i < sends.sends(); i++) {
            int offer = sends.offer()[i];
            totals[offer][0]++;
            totals[offer][1] += book.valueMicros(offer, sends.customer()[i]);
            totals[offer][2] += book.costMicros(offer, sends.customer()[i]);
        }
        return IntStream.range(0, totals.length)
                .mapToObj(
                        offer ->
                                new OfferTotal(
                                        book.offers().get(offer),
                                        totals[offer][0],
                                        totals[offer][1],
                                        totals[offer][2]))
                .toList();
    }
}
