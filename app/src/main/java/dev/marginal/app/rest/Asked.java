package dev.marginal.app.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.scenarios.AudienceWords;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.ScenarioReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader.Scenarios;
import dev.marginal.scenarios.whatif.Scenario;
import java.nio.file.Path;
import java.util.List;

/**
 * A scenario that a client sent.
 *
 * @param scenario its changes
 * @param words what it says about columns of the audience
 */
record Asked(Scenario scenario, AudienceWords words) {
    static final Asked EVERYDAY =
            new Asked(Scenario.EVERYDAY, new AudienceWords(List.of(), List.of()));

    private static final List<String> PATHS = List.of("beside", "near", "given");
    private static final String NAME = "scenario";
    private static final ObjectMapper PLAIN =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    /**
     * Reads a scenario; without one, or without changes, the campaign as it is.
     *
     * @param subject where it stands in the body
     */
    static Asked of(JsonNode node, String subject, CampaignFile campaign) {
        if (node == null || node.isNull()) {
            return EVERYDAY;
        }
        if (!(node instanceof ObjectNode keys)) {
            throw Bodies.unusable(
                    subject, "must be an object of changes", "Such as {\"budget\": \"+20%\"}.");
        }
        for (String path : PATHS) {
            if (keys.has(path)) {
                throw Bodies.unusable(
                        subject + "." + path,
                        "names a plan folder, which only the command line may read",
                        "Use ./marginal what-if on the machine where the plan is.");
            }
        }
        ObjectNode changes = keys.deepCopy();
        String name = name(changes.remove(NAME), subject);
        return changes.isEmpty() ? named(name) : read(changes, name, campaign);
    }

    private static Asked read(ObjectNode changes, String name, CampaignFile campaign) {
        Scenarios read = ScenarioReader.read(text(changes), name, Path.of(""), campaign);
        return new Asked(read.all().get(0), read.words());
    }

    private static Asked named(String name) {
        return name.equals(NAME)
                ? EVERYDAY
                : new Asked(new Scenario(name, List.of()), EVERYDAY.words);
    }

    private static String name(JsonNode name, String subject) {
        if (name == null) {
            return NAME;
        }
        if (!name.isTextual() || name.textValue().isBlank() || name.textValue().length() > 100) {
            throw Bodies.unusable(
                    subject + "." + NAME, "must be a name of at most 100 letters", "");
        }
        return name.textValue();
    }

    private static String text(ObjectNode changes) {
        try {
            return PLAIN.writeValueAsString(changes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
