package dev.marginal.app.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** What campaigns there are. */
record CampaignCalls(Campaigns campaigns) {
    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                                "/v1/campaigns",
                                "All campaigns.",
                                CampaignJson.All.class,
                                call -> all())
                        .answering(200, 304),
                Endpoint.get(
                                "/v1/campaigns/{campaign}",
                                "One campaign.",
                                CampaignJson.class,
                                this::one)
                        .answering(200, 304, 404),
                Endpoint.get(
                                "/v1/demo-data",
                                "A body that can be posted to /v1/what-if.",
                                WhatIfCalls.WhatIfRequest.class,
                                call -> demo())
                        .answering(200, 304));
    }

    private Reply all() {
        return Reply.json(
                        new CampaignJson.All(
                                campaigns.all().stream().map(CampaignDesk::json).toList()))
                .lasting();
    }

    private Reply one(Call call) {
        return Reply.json(campaigns.named(call.path("campaign")).json()).lasting();
    }

    private Reply demo() {
        CampaignDesk first = campaigns.all().iterator().next();
        String budget = first.file().budget().atMost().isPresent() ? "+20%" : "1000";
        return Reply.json(
                new WhatIfCalls.WhatIfRequest(
                        first.file().campaign(),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("scenario", "more budget")
                                .put("budget", budget),
                        null,
                        null,
                        null));
    }
}
