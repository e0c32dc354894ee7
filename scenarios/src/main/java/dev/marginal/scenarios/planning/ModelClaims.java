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
        int[] sends = new int[plan.scores().customers()];
        for (int customer : customers) {
            sends[customer]++;
        }
        double claimed = 0;
        for (int send = 0; send < customers.length; send++) {
            if (sends[customers[send]] >= leastSends) {
                int number = treatment[plan.sends().offer()[send]];
                claimed += plan.scores().uplift()[number][customers[send]];
            }
        }
        return claimed;
    }
}
