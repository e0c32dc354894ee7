package dev.marginal.benchmarks.serving;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The campaign as the service tells it.
 *
 * @param budget in currency
 * @param ceilings by limit across customers, the budget apart
 * @param channelsAndOffers by name
 */
record Planted(double budget, Map<String, Double> ceilings, List<String> channelsAndOffers) {
    /** What {@code GET /v1/campaigns/planted} answers. */
    static Planted of(JsonNode campaign) {
        Map<String, Double> ceilings = new LinkedHashMap<>();
        for (JsonNode limit : campaign.get("limits")) {
            boolean shared = !limit.get("counts").asText().equals("sends_to_one");
            if (shared && !limit.get("limit").asText().equals("budget")) {
                ceilings.put(limit.get("limit").asText(), limit.get("at_most").asDouble());
            }
        }
        List<String> names = new ArrayList<>();
        campaign.get("channels").forEach(channel -> names.add(channel.asText()));
        for (JsonNode offer : campaign.get("offers")) {
            if (!names.contains(offer.get("offer").asText())) {
                names.add(offer.get("offer").asText());
            }
        }
        return new Planted(campaign.get("budget").asDouble(), ceilings, names);
    }

    List<String> limits() {
        return List.copyOf(ceilings.keySet());
    }

    String one(SplittableRandom random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
