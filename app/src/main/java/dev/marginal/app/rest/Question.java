package dev.marginal.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.app.answers.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was asked, the same for everybody who means the same: neither the order of keys, nor spaces,
 * nor ways to write a number tell questions apart.
 *
 * @param digest of the call and its body
 */
record Question(String digest) {
    /**
     * A call with its body.
     *
     * @param path of the endpoint
     * @param request its body, as a record
     */
    static Question of(String path, Object request) {
        StringBuilder text = new StringBuilder(path).append('\n');
        append(text, Json.tree(request));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return new Question(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void append(StringBuilder text, JsonNode node) {
        if (node instanceof ObjectNode object) {
            appendSorted(text, object);
        } else if (node instanceof ArrayNode array) {
            text.append('[');
            array.forEach(
                    item -> {
                        append(text, item);
                        text.append(',');
                    });
            text.append(']');
        } else if (node.isNumber()) {
            text.append(new BigDecimal(node.asText()).stripTrailingZeros());
        } else {
            text.append(node);
        }
    }

    private static void appendSorted(StringBuilder text, ObjectNode object) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        object.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        text.append('{');
        sorted.forEach(
                (key, value) -> {
                    if (!value.isNull()) {
                        text.append(object.textNode(key)).append(':');
                        append(text, value);
                        text.append(',');
                    }
                });
        text.append('}');
    }
}
