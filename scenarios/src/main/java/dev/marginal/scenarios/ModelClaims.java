package dev.marginal.scenarios;

import java.util.List;

/**
 * What the model that made a plan says of the plan's sends: the incremental GMV that it expects, in
 * currency. A forecast measures what is left of that.
 *
 * @param ofAll of all sends
 * @param ofSeveral the part of it that customers with two or more sends bring: it stands on the
 *     assumption that effects of several sends to one customer add up, which an experiment with one
 *     treatment each cannot check
 */
public record ModelClaims(double ofAll, double ofSeveral) {
    /**
     * Adds up what the model expects of a plan's sends.
     *
     * @param offers of the plan, in its order
     */
    public static ModelClaims of(CampaignPlan plan, List<CampaignOffer> offers) {
        int[] treatment = CampaignOffer.treatmentsIn(plan.scores(), offers);
        int[] customers = plan.sends().customer();
        byte[] sent = plan.sends().offer();
        double all = 0;
        double several = 0;
        int end;
        for (int first = 0; first < customers.length; first = end) {
            end = first + 1;
            while (end < customers.length && customers[end] == customers[first]) {
                end++;
            }
            for (int send = first; send < end; send++) {
                float claimed = plan.scores().uplift()[treatment[sent[send]]][customers[send]];
                all += claimed;
                several += end - first > 1 ? claimed : 0;
            }
        }
        return new ModelClaims(all, several);
    }

    /**
     * The share of what the model claims that stands on added effects; {@code NaN} where it claims
     * nothing.
     */
    public double shareOfSeveral() {
        return ofAll > 0 ? ofSeveral / ofAll : Double.NaN;
    }
}
