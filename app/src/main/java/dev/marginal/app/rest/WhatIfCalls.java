package dev.marginal.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.app.answers.FrontierJson;
import dev.marginal.app.answers.WhatIfJson;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.scenarios.whatif.walks.FrontierWalk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Scenarios, one or several, and every budget. */
record WhatIfCalls(Campaigns campaigns, Waiting waiting) {
    private static final int MOST_SCENARIOS = 20;
    private static final int MOST_POINTS = 200;
    private static final int USUAL_POINTS = 20;

    /**
     * A scenario of a campaign.
     *
     * @param compareTo another scenario to compare with; default: the campaign as it is
     */
    record WhatIfRequest(String campaign, JsonNode scenario, JsonNode compareTo) {}

    /** Several scenarios of a campaign, each with a name of its own. */
    record CompareRequest(String campaign, List<JsonNode> scenarios) {}

    /**
     * Budgets of a campaign.
     *
     * @param scenario what else differs
     * @param points how many budgets, 2 to 200; default: 20
     * @param reach also find the cheapest budget that is worth so much
     */
    record FrontierRequest(String campaign, JsonNode scenario, Integer points, Double reach) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(
                                "/v1/what-if",
                                "What a scenario changes.",
                                WhatIfRequest.class,
                                WhatIfJson.class,
                                this::whatIf)
                        .answering(200, 202, 404, 422, 429, 503)
                        .with(Waiting.DEADLINE),
                Endpoint.post(
                                "/v1/compare",
                                "What several scenarios change.",
                                CompareRequest.class,
                                WhatIfJson.class,
                                this::compare)
                        .answering(200, 202, 404, 422, 429, 503)
                        .with(Waiting.DEADLINE),
                Endpoint.post(
                                "/v1/frontier",
                                "What every budget earns.",
                                FrontierRequest.class,
                                FrontierJson.class,
                                this::frontier)
                        .answering(200, 202, 404, 422, 429, 503)
                        .with(Waiting.DEADLINE));
    }

    private Reply whatIf(Call call) {
        WhatIfRequest request = call.body(WhatIfRequest.class);
        CampaignDesk desk = campaigns.named(request.campaign());
        Asked scenario = Asked.of(request.scenario(), "scenario", desk.file());
        Asked baseline = Asked.of(request.compareTo(), "compare_to", desk.file());
        return waiting.answer(
                call, desk, planning -> answers(desk, planning, baseline, List.of(scenario)));
    }

    private Reply compare(Call call) {
        CompareRequest request = call.body(CompareRequest.class);
        CampaignDesk desk = campaigns.named(request.campaign());
        List<Asked> scenarios = scenarios(request, desk);
        return waiting.answer(
                call, desk, planning -> answers(desk, planning, Asked.EVERYDAY, scenarios));
    }

    private static List<Asked> scenarios(CompareRequest request, CampaignDesk desk) {
        List<JsonNode> nodes = Bodies.required(request.scenarios(), "scenarios");
        if (nodes.isEmpty() || nodes.size() > MOST_SCENARIOS) {
            throw Bodies.unusable(
                    "scenarios", "must be 1 to %d scenarios".formatted(MOST_SCENARIOS), "");
        }
        List<Asked> scenarios = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            String subject = "scenarios[%d]".formatted(i);
            Asked read = Asked.of(nodes.get(i), subject, desk.file());
            if (!names.add(read.scenario().name())) {
                throw Bodies.unusable(
                        subject + ".scenario", "must be a name of its own", "Give each a name.");
            }
            scenarios.add(read);
        }
        return scenarios;
    }

    private static WhatIfJson answers(
            CampaignDesk desk, PlanningDesk planning, Asked baseline, List<Asked> scenarios) {
        Answer before = desk.answer(planning, baseline);
        List<Answer> answers =
                scenarios.stream().map(scenario -> desk.answer(planning, scenario)).toList();
        return WhatIfJson.of(before, answers);
    }

    private Reply frontier(Call call) {
        FrontierRequest request = call.body(FrontierRequest.class);
        CampaignDesk desk = campaigns.named(request.campaign());
        Asked scenario = Asked.of(request.scenario(), "scenario", desk.file());
        int points = request.points() == null ? USUAL_POINTS : request.points();
        if (points < 2 || points > MOST_POINTS) {
            throw Bodies.unusable("points", "must be from 2 to %d".formatted(MOST_POINTS), "");
        }
        return waiting.answer(
                call,
                desk,
                planning -> frontier(desk, planning, scenario, points, request.reach()));
    }

    private static FrontierJson frontier(
            CampaignDesk desk, PlanningDesk planning, Asked scenario, int points, Double reach) {
        PlanningDesk knowing = planning.knowing(scenario.words());
        FrontierWalk walk = new FrontierWalk(knowing, scenario.scenario().changes());
        return FrontierJson.of(
                desk.file(), walk.frontier(points), Optional.ofNullable(reach).map(walk::reaching));
    }
}
