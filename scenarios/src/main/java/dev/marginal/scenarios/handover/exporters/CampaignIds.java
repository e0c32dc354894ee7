package dev.marginal.scenarios.handover.exporters;

import dev.marginal.scenarios.handover.HandOverSettings;
import java.util.Collection;
import java.util.List;

/** Which campaign of a target delivers an offer. */
final class CampaignIds {
    private CampaignIds() {}

    static List<String> lacking(
            HandOverSettings settings, Collection<String> offers, String campaign) {
        return offers.stream()
                .filter(offer -> settings.campaignOf(offer) == null)
                .sorted()
                .map(
                        offer ->
                                "Say with --campaign %s=ID which %s delivers %s, or with --campaign %s=ID for all."
                                        .formatted(offer, campaign, offer, HandOverSettings.ANY))
                .toList();
    }
}
