package dev.marginal.scenarios.campaignfile;

import dev.marginal.optimizer.Offer;
import dev.marginal.scenarios.CampaignOffer;
import java.util.List;

/**
 * What a campaign's rules may speak of.
 *
 * @param amounts the further amounts that offers declare
 * @param coFunded the offers of which others pay a share
 */
record Vocabulary(
        List<String> channels, List<String> offers, List<String> amounts, List<Offer> coFunded) {
    static Vocabulary of(List<CampaignOffer> offers) {
        return new Vocabulary(
                offers.stream().map(offer -> offer.offer().channel()).distinct().toList(),
                offers.stream().map(offer -> offer.offer().id()).toList(),
                offers.stream()
                        .flatMap(offer -> offer.amounts().keySet().stream())
                        .distinct()
                        .toList(),
                offers.stream()
                        .filter(CampaignOffer::isCoFunded)
                        .map(CampaignOffer::offer)
                        .toList());
    }
}
