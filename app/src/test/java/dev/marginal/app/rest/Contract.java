package dev.marginal.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds replies against the OpenAPI document: status, headers, type and every key of the body. */
record Contract(JsonNode document) {
    private static final Set<String> KNOWN =
            Set.of(
                    "type",
                    "properties",
                    "required",
                    "additionalProperties",
                    "items",
                    "$ref",
                    "description",
                    "enum",
                    "minLength",
                    "maxLength",
                    "minimum",
                    "maximum",
                    "minItems",
                    "maxItems");

    /** That a reply is one that the document tells of. */
    void holds(String method, String path, HttpResponse<String> reply) {
        String what = "%s %s %d".formatted(method, path, reply.statusCode());
        JsonNode response =
                document.path("paths")
                        .path(path)
                        .path(method.toLowerCase())
                        .path("responses")
                        .path(Integer.toString(reply.statusCode()));
        assertThat(response.isMissingNode()).as(what + " is documented").isFalse();
        for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
            assertThat(reply.headers().firstValue(header.getKey()))
                    .as(what + ' ' + header.getKey())
                    .isPresent();
        }
        for (Map.Entry<String, JsonNode> content : response.path("content").properties()) {
            String type = reply.headers().firstValue("Content-Type").orElse("");
            assertThat(type.replace(" ", "")).as(what).isEqualTo(content.getKey());
            if (type.endsWith("json")) {
                List<String> faults = new ArrayList<>();
                check(Client.json(reply), content.getValue().get("schema"), "", faults);
                assertThat(faults).as(what + ' ' + reply.body()).isEmpty();
            }
        }
    }

    private void check(JsonNode value, JsonNode schema, String where, List<String> faults) {
        schema.fieldNames().forEachRemaining(word -> assertThat(KNOWN).as(where).contains(word));
        if (schema.has("$ref")) {
            check(value, document.at(schema.get("$ref").asText().substring(1)), where, faults);
            return;
        }
        if (!isOfAny(schema.get("type"), value) || !isWithin(schema, value)) {
            faults.add("%s is no %s: %s".formatted(where, schema, value));
            return;
        }
        schema.path("required")
                .forEach(
                        key -> {
                            if (!value.has(key.asText())) {
                                faults.add("%s/%s is missing".formatted(where, key.asText()));
                            }
                        });
        JsonNode properties = schema.path("properties");
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (properties.has(field.getKey())) {
                String inner = where + '/' + field.getKey();
                check(field.getValue(), properties.get(field.getKey()), inner, faults);
            } else if (!schema.path("additionalProperties").asBoolean(true)) {
                faults.add("%s/%s is not documented".formatted(where, field.getKey()));
            }
        }
        if (schema.has("items")) {
            value.forEach(item -> check(item, schema.get("items"), where + "[]", faults));
        }
    }

    private static boolean isOfAny(JsonNode types, JsonNode value) {
        if (types.isTextual()) {
            return isOf(types.asText(), value);
        }
        boolean any = false;
        for (JsonNode type : types) {
            any |= isOf(type.asText(), value);
        }
        return any;
    }

    private static boolean isWithin(JsonNode schema, JsonNode value) {
        int length = value.isTextual() ? value.textValue().length() : value.size();
        String kind = value.isTextual() ? "Length" : "Items";
        boolean listed = !schema.has("enum");
        for (JsonNode word : schema.path("enum")) {
            listed |= word.equals(value);
        }
        return listed
                && length >= schema.path("min" + kind).asInt(0)
                && length <= schema.path("max" + kind).asInt(Integer.MAX_VALUE)
                && value.asDouble() >= schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
                && value.asDouble() <= schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new AssertionError(type);
        };
    }
}
