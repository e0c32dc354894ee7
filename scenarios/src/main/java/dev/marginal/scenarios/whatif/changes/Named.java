package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.ImpossibleChange;
import dev.marginal.tables.Suggestion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The offers that a word stands for. */
final class Named {
    private Named() {}

    /** An offer by its id, or all of a channel. */
    static Set<String> offers(Brief brief, String what) {
        List<CampaignOffer> offers = brief.file().offers();
        Set<String> named =
                offers.stream()
                        .map(CampaignOffer::offer)
                        .filter(offer -> offer.id().equals(what) || offer.channel().equals(what))
                        .map(offer -> offer.id())
                        .collect(Collectors.toSet());
        if (named.isEmpty()) {
            List<String> known =
                    offers.stream()
                            .flatMap(one -> Stream.of(one.offer().id(), one.offer().channel()))
                            .distinct()
                            .toList();
            throw new ImpossibleChange(
                    "'%s' is no offer and no channel of the campaign, which has %s. %s"
                            .formatted(
                                    what,
                                    String.join(", ", known),
                                    Suggestion.didYouMean(what, known))
                            .strip());
        }
        return named;
    }
}
