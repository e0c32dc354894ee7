package dev.marginal.app.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The keys of a scenario, as docs/what-if.md explains them. Those that name files have no place.
 */
final class ScenarioSchema {
    static final String NAME = "Scenario";

    private final ObjectNode properties = JsonNodeFactory.instance.objectNode();

    static ObjectNode schema() {
        ScenarioSchema keys = new ScenarioSchema();
        keys.text("scenario", "Its name.").put("minLength", 1).put("maxLength", 100);
        keys.types(
                "budget",
                "An amount, a change of it such as +20%, or unlimited.",
                "number",
                "string");
        keys.list("costs", "What offers cost more, such as {of: coupon, per_order: 2}.", "object");
        keys.text(
                        "objective",
                        "What the plan adds up; value where the campaign says what an order is worth later.")
                .putArray("enum")
                .add("gmv")
                .add("profit")
                .add("value");
        keys.number("margin", "The share of GMV that profit counts.").put("maximum", 1);
        keys.types("without", "Offers or channels that nobody gets.", "string", "array");
        keys.text("only", "A condition; nobody else gets anything.");
        keys.text("exclude", "A condition; those who meet it get nothing.");
        keys.types("drop", "Limits that are dropped, by their names.", "string", "array");
        keys.list(
                "limits",
                "Other ceilings, such as {limit: channel push, at_most: 5000}.",
                "object");
        keys.list("contacts", "Other contact caps, such as {cap: weekly, at_most: 3}.", "object");
        keys.list("rules", "More rules, such as {rule: minimum_roi, at_least: 2}.", "object");
        keys.number("holdout", "The share of customers that gets nothing.").put("maximum", 1);
        keys.number("haircut", "Standard errors by which uplift is lower than the model says.");
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.set("properties", keys.properties);
        return schema.put("additionalProperties", false);
    }

    private ObjectNode key(String name, String description) {
        return properties.putObject(name).put("description", description);
    }

    private ObjectNode text(String name, String description) {
        return key(name, description).put("type", "string");
    }

    private ObjectNode number(String name, String description) {
        return key(name, description).put("type", "number").put("minimum", 0);
    }

    private void types(String name, String description, String one, String other) {
        key(name, description).putArray("type").add(one).add(other);
    }

    private void list(String name, String description, String of) {
        key(name, description).put("type", "array").putObject("items").put("type", of);
    }
}
