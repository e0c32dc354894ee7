package dev.marginal.scenarios.planning;

import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.CampaignPlan;
import java.util.List;

/**
 * What the model that made a plan says of the plan's sends.
 *
 * @param ofAll the incremental GMV that the model expects of all sends
 * @param ofSeveral the same of the sends to customers who get two or more
 */
record ModelClaims(double ofAll, double ofSeveral) {
    static ModelClaims of(CampaignPlan plan, List<CampaignOffer> offers) {
        float[][] uplift = byOffer(plan, offers);
        int[] customers = plan.sends().customer();
        byte[] sent = plan.sends().offer();
        double all = 0;
        double several = 0;
        int end;
        for (int first = 0; first < customers.length; first = end) {
            int customer = customers[first];
            float claimed = uplift[sent[first]][customer];
            all += claimed;
            end = first + 1;
            if (end == customers.length || customers[end] != customer) {
                continue;
            }
            several += claimed;
            for (; end < customers.length && customers[end] == customer; end++) {
                claimed = uplift[sent[end]][customer];
                all += claimed;
                several += claimed;
            }
        }
        return new ModelClaims(all, several);
    }

    private static float[][] byOffer(CampaignPlan plan, List<CampaignOffer> offers) {
        int[] treatment = CampaignOffer.treatmentsIn(plan.scores(), offers);
        float[][] uplift = new float[treatment.length][];
        for (int offer = 0; offer < uplift.length; offer++) {
            uplift[offer] = plan.scores().uplift()[treatment[offer]];
        }
        return uplift;
    }
}
