package dev.marginal.scenarios.planfolder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.contacts.Message;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.contacts.SendStatus;
import dev.marginal.scenarios.planfolder.reading.PlanJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads from {@code plan.json} what a plan's offers are to contact caps, as they were then. */
public final class PlannedMessages {
    private PlannedMessages() {}

    /**
     * What a send of each offer counts as.
     *
     * @throws java.io.UncheckedIOException if the folder cannot be read
     */
    public static Map<String, PastSends.Kind> of(Path folder, String campaign, SendStatus status) {
        Map<String, PastSends.Kind> kinds = new TreeMap<>();
        for (JsonNode offer : PlanJson.of(folder).path("offers")) {
            kinds.put(
                    offer.path("offer").asText(),
                    new PastSends.Kind(message(offer), status, campaign, 0));
        }
        return kinds;
    }

    private static Message message(JsonNode offer) {
        List<String> tags = new ArrayList<>();
        offer.path("tags").forEach(tag -> tags.add(tag.asText()));
        return new Message(
                offer.path("channel").asText(),
                tags,
                offer.path("obeys_caps").asBoolean(true),
                offer.path("counts_toward_caps").asBoolean(true));
    }
}
