package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A YAML file with every value as it was written: YAML would take {@code yes} for true and {@code
 * 010} for eight.
 */
final class PlainYaml {
    private PlainYaml() {}

    static JsonNode read(Path file) {
        try (JsonParser yaml = new YAMLFactory().createParser(file.toFile())) {
            yaml.nextToken();
            return asWritten(yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode asWritten(JsonParser yaml) throws IOException {
        if (yaml.currentToken() == JsonToken.START_OBJECT) {
            ObjectNode values = JsonNodeFactory.instance.objectNode();
            while (yaml.nextToken() != JsonToken.END_OBJECT) {
                String key = yaml.currentName();
                yaml.nextToken();
                values.set(key, asWritten(yaml));
            }
            return values;
        }
        if (yaml.currentToken() == JsonToken.START_ARRAY) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            while (yaml.nextToken() != JsonToken.END_ARRAY) {
                items.add(asWritten(yaml));
            }
            return items;
        }
        return JsonNodeFactory.instance.textNode(yaml.getText());
    }
}
