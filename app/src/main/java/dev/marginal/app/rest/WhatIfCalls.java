package dev.marginal.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.app.answers.FrontierJson;
import dev.marginal.app.answers.PlanJson;
import dev.marginal.app.answers.Told;
import dev.marginal.app.answers.WhatIfJson;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.scenarios.whatif.Scenario;
import dev.marginal.scenarios.whatif.walks.FrontierWalk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Scenarios, one or several, and every budget. */
record WhatIfCalls(Campaigns campaigns, Waiting waiting) {
    static final int MOST_SCENARIOS = 20;
    private static final int MOST_POINTS = 200;
    private static final int USUAL_POINTS = 20;
    private static final double MOST_MONEY = 1e15;

    /**
     * A scenario of a campaign.
     *
     * @param compareTo another scenario to compare with; default: the campaign as it is
     * @param sensitivity whether to plan again around every limit; default: no
     * @param waterfall whether to plan again after every change, those of {@code compareTo} being
     *     taken back first; default: no
     */
    record WhatIfRequest(
            @Needed String campaign,
            JsonNode scenario,
            JsonNode compareTo,
            Boolean sensitivity,
            Boolean waterfall) {
        private Told told(Answer answer, Scenario before, PlanningDesk desk) {
            return Told.of(
                    answer,
                    before,
                    desk,
                    Boolean.TRUE.equals(sensitivity),
                    Boolean.TRUE.equals(waterfall));
        }
    }

    /** Several scenarios of a campaign, each with a name of its own. */
    record CompareRequest(@Needed String campaign, @Needed List<JsonNode> scenarios) {}

    /**
     * Budgets of a campaign.
     *
     * @param scenario what else differs
     * @param points how many budgets, 2 to 200; default: 20
     * @param reach also find the cheapest budget that is worth so much
     */
    record FrontierRequest(
            @Needed String campaign,
            JsonNode scenario,
            @Within(least = 2, most = MOST_POINTS) Integer points,
            @Within(least = -MOST_MONEY, most = MOST_MONEY) Double reach) {}

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
                call,
                desk,
                request,
                cancellation -> {
                    Answer before = desk.answer(baseline, cancellation);
                    Answer answer = desk.answer(scenario, cancellation);
                    Told told = request.told(answer, before.scenario(), desk.planning(scenario));
                    return beside(desk, before, List.of(told));
                });
    }

    private Reply compare(Call call) {
        CompareRequest request = call.body(CompareRequest.class);
        CampaignDesk desk = campaigns.named(request.campaign());
        List<Asked> scenarios = scenarios(request, desk);
        return waiting.answer(
                call,
                desk,
                request,
                cancellation ->
                        beside(
                                desk,
                                desk.everyday(),
                                scenarios.stream()
                                        .map(scenario -> desk.answer(scenario, cancellation))
                                        .map(Told::new)
                                        .toList()));
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
            String name = "scenario %d".formatted(i + 1);
            Asked read = Asked.of(nodes.get(i), subject, name, desk.file());
            if (!names.add(read.scenario().name())) {
                throw Bodies.unusable(
                        subject + ".scenario", "must be a name of its own", "Give each a name.");
            }
            scenarios.add(read);
        }
        return scenarios;
    }

    private static WhatIfJson beside(CampaignDesk desk, Answer before, List<Told> answers) {
        PlanJson figures =
                before.plan() == desk.everyday().plan()
                        ? desk.everydayFigures()
                        : PlanJson.of(before);
        return WhatIfJson.of(
                before,
                figures,
                answers.stream().map(told -> WhatIfJson.ScenarioJson.of(told, before)).toList());
    }

    private Reply frontier(Call call) {
        FrontierRequest request = call.body(FrontierRequest.class);
        CampaignDesk desk = campaigns.named(request.campaign());
        Asked scenario = Asked.of(request.scenario(), "scenario", desk.file());
        int points = request.points() == null ? USUAL_POINTS : request.points();
        if (points < 2 || points > MOST_POINTS) {
            throw Bodies.unusable("points", "must be from 2 to %d".formatted(MOST_POINTS), "");
        }
        if (request.reach() != null && !(Math.abs(request.reach()) <= MOST_MONEY)) {
            throw Bodies.unusable(
                    "reach", "must be an amount within %.0e".formatted(MOST_MONEY), "");
        }
        return waiting.answer(
                call,
                desk,
                request,
                cancellation -> {
                    FrontierWalk walk =
                            new FrontierWalk(
                                    desk.planning(scenario),
                                    scenario.scenario().changes(),
                                    cancellation);
                    return FrontierJson.of(
                            desk.file(),
                            walk.frontier(points),
                            Optional.ofNullable(request.reach()).flatMap(walk::reaching));
                });
    }
}
