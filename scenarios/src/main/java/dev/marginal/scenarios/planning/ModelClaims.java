package dev.marginal.scenarios.planning;

import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.CampaignPlan;
import java.util.List;

/** What the model that made a plan says of the plan's sends. */
final class ModelClaims {
    private ModelClaims() {}

    /**
     * The incremental GMV that the model expects of the sends to customers who get at least so
     * many.
     *
     * @param leastSends 1 for all sends
     */
    static double of(CampaignPlan plan, List<CampaignOffer> offers, int leastSends) {
        int[] treatment = CampaignOffer.treatmentsIn(plan.scores(), offers);
        int[] customers = plan.sends().customer();
        byte[] sent = plan.sends().offer();
        double claimed = 0;
        int end;
        for (int first = 0; first < customers.length; first = end) {
            end = first + 1;
            while (end < customers.length && customers[end] == customers[first]) {
                end++;
            }
            for (int send = first; send < end && end - first >= leastSends; send++) {
                claimed += plan.scores().uplift()[treatment[sent[send]]][customers[send]];
            }
        }
        return claimed;
    }
}
