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
import java.math.BigDecimal;
import java.math.RoundingMode;
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
    private static final String BUDGET = "budget";
    private static final int MICRO_DIGITS = 6;
    private static final int LONGEST = 100_000;
    private static final int MOST_SCALE = 400;
    private static final BigDecimal MOST = new BigDecimal("1e18");
    private static final ObjectMapper PLAIN =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    /**
     * Reads a scenario; without one, or without changes, the campaign as it is.
     *
     * @param subject where it stands in the body
     */
    static Asked of(JsonNode node, String subject, CampaignFile campaign) {
        return of(node, subject, NAME, campaign);
    }

    /**
     * The same for one of several.
     *
     * @param usual its name where it tells none
     */
    static Asked of(JsonNode node, String subject, String usual, CampaignFile campaign) {
        if (node == null) {
            return EVERYDAY;
        }
        if (!(node instanceof ObjectNode keys)) {
            throw Bodies.unusable(
                    subject, "must be an object of changes", "Such as {\"budget\": \"+20%\"}.");
        }
        requireSensible(keys, subject);
        for (String path : PATHS) {
            if (keys.has(path)) {
                throw Bodies.unusable(
                        subject + "." + path,
                        "names a plan folder, which only the command line may read",
                        "Use ./marginal what-if on the machine where the plan is.");
            }
        }
        ObjectNode changes = keys.deepCopy();
        String name = name(changes.remove(NAME), subject, usual);
        round(changes);
        return changes.isEmpty() ? named(name) : read(changes, name, campaign);
    }

    /** Letters that are none, and numbers that no amount of money or sends can be. */
    private static void requireSensible(JsonNode node, String subject) {
        if (node.isTextual() && isBroken(node.textValue())) {
            throw Bodies.unusable(subject, "has half a letter in it", "");
        }
        if (node.isNumber() && isAbsurd(node.decimalValue())) {
            throw Bodies.unusable(subject, "has a number beyond all bounds", "");
        }
        node.properties()
                .forEach(
                        field -> {
                            if (isBroken(field.getKey())) {
                                throw Bodies.unusable(subject, "has half a letter in a key", "");
                            }
                            requireSensible(field.getValue(), subject);
                        });
        if (node.isArray()) {
            node.forEach(item -> requireSensible(item, subject));
        }
    }

    private static boolean isBroken(String text) {
        return text.codePoints().anyMatch(letter -> letter >= 0xD800 && letter <= 0xDFFF);
    }

    private static boolean isAbsurd(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_SCALE || number.abs().compareTo(MOST) > 0;
    }

    private static Asked read(ObjectNode changes, String name, CampaignFile campaign) {
        String text = text(changes);
        if (text.length() > LONGEST) {
            throw Bodies.unusable(name, "must be at most %,d letters long".formatted(LONGEST), "");
        }
        Scenarios read = ScenarioReader.read(text, name, Path.of(""), campaign);
        return new Asked(read.all().get(0), read.words());
    }

    /** Amounts of money are whole micro-units; a slider knows more digits than there are. */
    private static void round(ObjectNode changes) {
        JsonNode budget = changes.get(BUDGET);
        if (budget != null && budget.isNumber()) {
            changes.put(BUDGET, budget.decimalValue().setScale(MICRO_DIGITS, RoundingMode.HALF_UP));
        }
    }

    private static Asked named(String name) {
        return name.equals(NAME)
                ? EVERYDAY
                : new Asked(new Scenario(name, List.of()), EVERYDAY.words);
    }

    private static String name(JsonNode name, String subject, String usual) {
        if (name == null) {
            return usual;
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
