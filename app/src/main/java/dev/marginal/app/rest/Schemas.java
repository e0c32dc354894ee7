package dev.marginal.app.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records as JSON schemas. */
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<Class<?>, String> PLAIN =
            Map.of(
                    String.class, "string",
                    int.class, "integer",
                    Integer.class, "integer",
                    long.class, "integer",
                    double.class, "number",
                    Double.class, "number",
                    boolean.class, "boolean",
                    Boolean.class, "boolean",
                    Map.class, "object",
                    JsonNode.class, "object");

    private static final String ANYTHING = "JsonNode";

    private final Map<String, ObjectNode> named = new LinkedHashMap<>();

    Map<String, ObjectNode> named() {
        return named;
    }

    /** The schema of a type; records become components. */
    ObjectNode of(Type type) {
        if (type instanceof ParameterizedType list) {
            ObjectNode schema = NODES.objectNode().put("type", "array");
            schema.set("items", of(list.getActualTypeArguments()[0]));
            return schema;
        }
        Class<?> plain = (Class<?>) type;
        if (PLAIN.containsKey(plain)) {
            return NODES.objectNode().put("type", PLAIN.get(plain));
        }
        String name = name(plain);
        if (!named.containsKey(name)) {
            ObjectNode schema = NODES.objectNode().put("type", "object");
            named.put(name, schema);
            properties(plain, schema.putObject("properties"), schema.putArray("required"));
            schema.put("additionalProperties", false);
        }
        return reference(name);
    }

    private void properties(Class<?> record, ObjectNode properties, ArrayNode required) {
        for (RecordComponent component : record.getRecordComponents()) {
            if (isUnwrapped(record, component)) {
                properties(component.getType(), properties, required);
                continue;
            }
            String key = key(component);
            boolean asksScenarios =
                    isRequest(record) && component.getGenericType().toString().contains(ANYTHING);
            properties.set(
                    key,
                    asksScenarios
                            ? scenarios(component.getType())
                            : of(component.getGenericType()));
            if (component.isAnnotationPresent(Within.class)) {
                Within bounds = component.getAnnotation(Within.class);
                ((ObjectNode) properties.get(key))
                        .put("minimum", bounds.least())
                        .put("maximum", bounds.most());
            }
            if (isAlwaysThere(component, record)) {
                required.add(key);
            }
        }
    }

    /** One scenario, or a list of them. */
    private ObjectNode scenarios(Class<?> type) {
        named.computeIfAbsent(ScenarioSchema.NAME, any -> ScenarioSchema.schema());
        ObjectNode one = reference(ScenarioSchema.NAME);
        if (type != List.class) {
            return one;
        }
        ObjectNode schema = NODES.objectNode().put("type", "array");
        schema.put("minItems", 1).put("maxItems", WhatIfCalls.MOST_SCENARIOS).set("items", one);
        return schema;
    }

    private static ObjectNode reference(String name) {
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private static boolean isRequest(Class<?> record) {
        return record.getSimpleName().endsWith("Request");
    }

    /** What is never left out of a reply, or needed in a request. */
    private static boolean isAlwaysThere(RecordComponent component, Class<?> record) {
        return component.isAnnotationPresent(Needed.class)
                || component.getType().isPrimitive()
                || component.getType() == List.class && !isRequest(record);
    }

    private static boolean isUnwrapped(Class<?> record, RecordComponent component) {
        try {
            return record.getDeclaredField(component.getName())
                    .isAnnotationPresent(JsonUnwrapped.class);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String key(RecordComponent component) {
        return new PropertyNamingStrategies.SnakeCaseStrategy().translate(component.getName());
    }

    private static String name(Class<?> record) {
        Class<?> outer = record.getEnclosingClass();
        return (outer == null ? "" : outer.getSimpleName().replace("Json", ""))
                + record.getSimpleName().replace("Json", "");
    }
}
