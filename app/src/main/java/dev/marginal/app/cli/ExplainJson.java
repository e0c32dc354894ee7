package dev.marginal.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.app.answers.OfOptional;
import dev.marginal.scenarios.explanation.Explanation;
import java.io.IOException;
import java.util.Locale;

/** A story as JSON: its facts, and beside each offer the sentences that a reader sees. */
final class ExplainJson {
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .registerModule(
                            new SimpleModule()
                                    .addSerializer(new OfOptional())
                                    .addSerializer(Explanation.What.class, new OfWhat()));

    private ExplainJson() {}

    static ObjectNode of(Explanation story) {
        ObjectNode tree = JSON.valueToTree(story);
        ArrayNode offers = tree.withArray("offers");
        OfferWords words = new OfferWords(story);
        for (int offer = 0; offer < offers.size(); offer++) {
            ArrayNode lines = ((ObjectNode) offers.get(offer)).putArray("words");
            words.lines(story.offers().get(offer)).forEach(lines::add);
        }
        return tree;
    }

    private static final class OfWhat extends JsonSerializer<Explanation.What> {
        @Override
        public void serialize(Explanation.What value, JsonGenerator json, SerializerProvider by)
                throws IOException {
            json.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }
}
