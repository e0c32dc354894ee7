package dev.marginal.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.OfferTotal;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.Difference;
import java.util.List;

/** Answers as JSON: the campaign as it is, then every scenario with its difference. */
final class WhatIfJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MICROS = 1e6;

    private WhatIfJson() {}

    static String of(Answer everyday, List<Answer> answers) {
        ObjectNode root = JSON.createObjectNode();
        root.put("campaign", everyday.brief().file().campaign());
        root.put("currency", everyday.brief().file().currency());
        root.put("customers", everyday.plan().offers().customers());
        figures(root.putObject("as_it_is"), everyday);
        ArrayNode scenarios = root.putArray("scenarios");
        for (Answer answer : answers) {
            ObjectNode scenario = scenarios.addObject();
            scenario.put("scenario", answer.scenario().name());
            scenario.put("changes", answer.scenario().words());
            figures(scenario, answer);
            difference(scenario.putObject("difference"), answer.minus(everyday));
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void figures(ObjectNode node, Answer answer) {
        SendPlan sends = answer.plan().sends();
        node.put("value", sends.value());
        node.put("spend", sends.spend());
        node.put("sends", sends.sends());
        node.put("bound", sends.bound());
        node.put("gap", sends.gap());
        ObjectNode forecast = node.putObject("forecast");
        answer.forecast()
                .incrementalGmv()
                .ifPresent(
                        gmv ->
                                forecast.put("incremental_gmv", gmv.estimate())
                                        .put("low", gmv.low())
                                        .put("high", gmv.high()));
        ArrayNode offers = node.putArray("offers");
        for (OfferTotal offer : answer.offers()) {
            offers.addObject()
                    .put("offer", offer.offer().id())
                    .put("channel", offer.offer().channel())
                    .put("sends", offer.sends())
                    .put("value", offer.valueMicros() / MICROS)
                    .put("spend", offer.spendMicros() / MICROS);
        }
        ArrayNode limits = node.putArray("limits");
        for (LimitUse use : sends.limits()) {
            limits.addObject()
                    .put("limit", use.limit().name())
                    .put("price", use.price())
                    .put("binds", use.binds());
        }
    }

    private static void difference(ObjectNode node, Difference difference) {
        node.put("value", difference.value());
        node.put("spend", difference.spend());
        node.put("sends", difference.sends());
        ArrayNode offers = node.putArray("offers");
        for (Difference.OfferDifference offer : difference.offers()) {
            offers.addObject()
                    .put("offer", offer.offer().id())
                    .put("sends", offer.sends())
                    .put("value", offer.value())
                    .put("spend", offer.spend());
        }
        ArrayNode moves = node.putArray("moves");
        for (Difference.Move move : difference.moves()) {
            ObjectNode way = moves.addObject();
            way.putPOJO("from", move.from());
            way.putPOJO("to", move.to());
            way.put("customers", move.customers());
            way.put("value", move.value());
            way.put("spend", move.spend());
        }
        ArrayNode prices = node.putArray("prices");
        for (Difference.PriceDifference price : difference.binding()) {
            prices.addObject()
                    .put("limit", price.limit())
                    .put("before", price.before())
                    .put("now", price.now());
        }
    }
}
