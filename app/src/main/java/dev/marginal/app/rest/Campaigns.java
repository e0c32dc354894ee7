package dev.marginal.app.rest;

import dev.marginal.tables.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** The campaigns that are served, by their names. */
record Campaigns(SortedMap<String, CampaignDesk> desks) {
    Collection<CampaignDesk> all() {
        return desks.values();
    }

    /**
     * One of them.
     *
     * @throws Refusal if there is none of this name
     */
    CampaignDesk named(String name) {
        CampaignDesk desk = desks.get(Bodies.required(name, "campaign"));
        if (desk == null) {
            String shown = Bodies.printable(name, 60);
            List<String> known = List.copyOf(desks.keySet());
            throw new Refusal(
                    404,
                    "No campaign is called '%s'; there are %s. %s"
                            .formatted(
                                    shown,
                                    String.join(", ", known),
                                    Suggestion.didYouMean(shown, known))
                            .strip());
        }
        return desk;
    }
}
