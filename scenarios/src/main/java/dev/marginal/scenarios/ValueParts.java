package dev.marginal.scenarios;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.uplift.UpliftScores;
import java.util.List;

/**
 * What a plan's sends are worth in the window and after it, as the models see it, whatever the plan
 * was made to add up. Under {@link Objective.Value} the two add up to the plan's value, to the last
 * micro-unit.
 *
 * @param gmvMicros incremental GMV of the window
 * @param futureMicros incremental future value
 */
public record ValueParts(long gmvMicros, long futureMicros) {
    /** What the second part rests on, as one sentence for whoever reads the figures. */
    public static final String ASSUMES =
            "that an extra order moves a customer's history as the purchase model says, and that it is the cause of what follows, which no experiment here has measured; the forecast from held-out customers speaks of the window's GMV alone";

    /**
     * Adds up both parts over a plan's sends.
     *
     * @param offers of the plan, in its order
     * @param future of the plan's customers
     */
    public static ValueParts of(
            CampaignPlan plan, List<CampaignOffer> offers, FutureValues future) {
        UpliftScores scores = plan.scores();
        int[] treatment = CampaignOffer.treatmentsIn(scores, offers);
        int[] customers = plan.sends().customer();
        byte[] sent = plan.sends().offer();
        long gmv = 0;
        long both = 0;
        for (int send = 0; send < customers.length; send++) {
            int of = treatment[sent[send]];
            float uplift = scores.uplift()[of][customers[send]];
            gmv += OfferBook.micros(uplift);
            both += OfferBook.micros((float) (uplift + future.of(scores, of, customers[send])));
        }
        return new ValueParts(gmv, both - gmv);
    }

    /** Incremental GMV of the window, in currency. */
    public double gmv() {
        return (double) gmvMicros / OfferBook.MICROS;
    }

    /** Incremental future value, in currency. */
    public double future() {
        return (double) futureMicros / OfferBook.MICROS;
    }
}
