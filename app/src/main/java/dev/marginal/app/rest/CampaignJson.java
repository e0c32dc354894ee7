package dev.marginal.app.rest;

import dev.marginal.app.answers.CapWords;
import dev.marginal.app.answers.LimitJson;
import dev.marginal.app.answers.PlanJson;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.Objective;
import dev.marginal.scenarios.SegmentTotal;
import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.contacts.Window;
import dev.marginal.scenarios.whatif.Answer;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a campaign is, for those who ask about it.
 *
 * @param objective {@code gmv}, {@code profit} or {@code value}
 * @param margin the share of GMV that profit counts; missing otherwise
 * @param budget in currency; missing where it is unlimited
 * @param limits the budget and every limit across customers of the campaign's rules, then those of
 *     one customer, by the names that scenarios use
 * @param caps on the messages of days, by the names that scenarios use
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
        List<CapJson> caps,
        List<SegmentJson> segments) {
    /** All of them. */
    record All(List<CampaignJson> campaigns) {}

    /**
     * An offer with its stated costs.
     *
     * @param coFunded the share of both that others pay; missing where they pay none
     */
    record OfferJson(
            String offer,
            String channel,
            double costPerSend,
            double costPerOrder,
            Double coFunded) {
        static OfferJson of(CampaignOffer offer) {
            return new OfferJson(
                    offer.offer().id(),
                    offer.offer().channel(),
                    offer.costPerSend(),
                    offer.costPerOrder(),
                    offer.isCoFunded() ? offer.coFunded().doubleValue() : null);
        }
    }

    /**
     * A limit with its floor and ceiling.
     *
     * @param counts {@code sends}, {@code money}, {@code amount}, or {@code sends_to_one} customer
     */
    record CampaignLimitJson(String limit, String counts, Double atLeast, Double atMost) {
        static CampaignLimitJson of(Limit.Personal limit) {
            return new CampaignLimitJson(limit.name(), "sends_to_one", null, (double) limit.most());
        }

        static CampaignLimitJson of(LimitJson limit) {
            return new CampaignLimitJson(
                    limit.limit(), limit.counts(), limit.atLeast(), limit.atMost());
        }
    }

    /**
     * A contact cap.
     *
     * @param atMost messages to one customer; missing for a gap between any two
     * @param window in words, such as {@code in 7 days}
     */
    record CapJson(String cap, Integer atMost, String window) {
        static CapJson of(ContactCap cap) {
            return new CapJson(
                    cap.id(),
                    cap.window() instanceof Window.Gap ? null : cap.atMost(),
                    CapWords.of(cap.window()));
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
                file.objective().word(),
                file.objective() instanceof Objective.Profit profit ? profit.margin() : null,
                file.budget().atMost().isPresent() ? file.budget().atMost().getAsDouble() : null,
                file.offers().stream().map(OfferJson::of).toList(),
                file.offers().stream().map(one -> one.offer().channel()).distinct().toList(),
                limits(everyday),
                file.daily().allCaps().stream().map(CapJson::of).toList(),
                everyday.plan().offers().segmentations().stream()
                        .filter(one -> one.names().size() <= SegmentTotal.MOST_VALUES)
                        .map(CampaignJson::segment)
                        .toList());
    }

    /** Those of the campaign's own rules: what a day leaves of a cap is changed by the cap. */
    private static List<CampaignLimitJson> limits(Answer everyday) {
        Predicate<String> movable = everyday.movable();
        Stream<CampaignLimitJson> shared =
                PlanJson.of(everyday).limits().stream()
                        .filter(limit -> movable.test(limit.limit()))
                        .map(CampaignLimitJson::of);
        Stream<CampaignLimitJson> personal =
                everyday.ownLimits().stream()
                        .filter(Limit.Personal.class::isInstance)
                        .map(limit -> CampaignLimitJson.of((Limit.Personal) limit))
                        .distinct();
        return Stream.concat(shared, personal).toList();
    }

    private static SegmentJson segment(Segmentation one) {
        return new SegmentJson(one.column(), one.names());
    }
}
