package dev.marginal.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The text of a scenario, written key by key; what is {@code null} is left out. */
final class ScenarioText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode keys = JSON.createObjectNode();

    /** A key with one value. */
    ScenarioText put(String key, Object value) {
        if (value != null) {
            keys.put(key, value.toString());
        }
        return this;
    }

    /** A key with several values. */
    ScenarioText list(String key, List<String> values) {
        if (values != null) {
            values.forEach(keys.putArray(key)::add);
        }
        return this;
    }

    /**
     * A key with several entries of two keys each.
     *
     * @param name of which a pair's left side is the value
     * @param amount of which its right side is
     */
    ScenarioText each(String key, String name, String amount, Map<?, String> pairs) {
        if (pairs != null) {
            pairs.forEach(
                    (left, right) ->
                            keys.withArray(key)
                                    .addObject()
                                    .put(name, left.toString())
                                    .put(amount, right));
        }
        return this;
    }

    /** A key with one such entry; of several the last. */
    ScenarioText one(String key, String name, String amount, Map<?, String> pairs) {
        if (pairs != null) {
            pairs.forEach(
                    (left, right) ->
                            keys.putObject(key).put(name, left.toString()).put(amount, right));
        }
        return this;
    }

    @Override
    public String toString() {
        try {
            return JSON.writeValueAsString(keys);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
