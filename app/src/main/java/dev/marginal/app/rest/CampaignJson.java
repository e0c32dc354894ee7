package dev.marginal.app.rest;

import dev.marginal.app.answers.LimitJson;
import dev.marginal.app.answers.PlanJson;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.Objective;
import dev.marginal.scenarios.SegmentTotal;
import dev.marginal.scenarios.whatif.Answer;
import java.util.List;

/**
 * What a campaign is, for those who ask about it.
 *
 * @param objective {@code gmv} or {@code profit}
 * @param margin the share of GMV that profit counts; missing otherwise
 * @param budget in currency; missing where it is unlimited
 * @param limits every limit across customers, by the names that scenarios use
 * @param segments columns of the audience that plans are told by
 */
record CampaignJson(
        String campaign,
        String currency,
        int customers,
        String objective,
        Double margin,
        Double budget,
        List<OfferJson> offers,
        List<String> channels,
        List<CampaignLimitJson> limits,
        List<SegmentJson> segments) {
    /** All of them. */
    record All(List<CampaignJson> campaigns) {}

    /** An offer with its stated costs. */
    record OfferJson(String offer, String channel, double costPerSend, double costPerOrder) {
        static OfferJson of(CampaignOffer offer) {
            return new OfferJson(
                    offer.offer().id(),
                    offer.offer().channel(),
                    offer.costPerSend(),
                    offer.costPerOrder());
        }
    }

    /** A limit with its floor and ceiling, in what it counts. */
    record CampaignLimitJson(String limit, String counts, Double atLeast, Double atMost) {
        static CampaignLimitJson of(LimitJson limit) {
            return new CampaignLimitJson(
                    limit.limit(), limit.counts(), limit.atLeast(), limit.atMost());
        }
    }

    /** A column with its values. */
    record SegmentJson(String column, List<String> values) {}

    static CampaignJson of(Answer everyday) {
        CampaignFile file = everyday.brief().file();
        return new CampaignJson(
                file.campaign(),
                file.currency(),
                everyday.plan().offers().customers(),
                file.objective() instanceof Objective.Profit ? "profit" : "gmv",
                file.objective() instanceof Objective.Profit profit ? profit.margin() : null,
                file.budget().atMost().isPresent() ? file.budget().atMost().getAsDouble() : null,
                file.offers().stream().map(OfferJson::of).toList(),
                file.offers().stream().map(one -> one.offer().channel()).distinct().toList(),
                PlanJson.of(everyday).limits().stream().map(CampaignLimitJson::of).toList(),
                everyday.plan().offers().segmentations().stream()
                        .filter(one -> one.names().size() <= SegmentTotal.MOST_VALUES)
                        .map(CampaignJson::segment)
                        .toList());
    }

    private static SegmentJson segment(Segmentation one) {
        return new SegmentJson(one.column(), one.names());
    }
}
