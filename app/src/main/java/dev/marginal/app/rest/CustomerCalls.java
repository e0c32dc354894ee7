package dev.marginal.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.whatif.CustomerStory;
import dev.marginal.scenarios.whatif.GivenSends;
import dev.marginal.tables.IdIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One customer's story, and plans that somebody else made. */
record CustomerCalls(Campaigns campaigns, Waiting waiting) {
    private static final int MOST_FAULTS = 100;

    /** A customer of a campaign, under a scenario. */
    record ExplainRequest(@Needed String campaign, JsonNode scenario, @Needed String customer) {}

    /** Sends to judge by a campaign, under a scenario. */
    record EvaluateRequest(
            @Needed String campaign, JsonNode scenario, @Needed List<SendJson> sends) {}

    /** One send. */
    record SendJson(@Needed String customer, @Needed String offer) {}

    /**
     * One customer's story.
     *
     * @param baseline GMV expected without any send
     * @param chosen the offers that are sent
     */
    record StoryJson(
            String campaign,
            String currency,
            String customer,
            double baseline,
            List<String> chosen,
            List<OfferJson> offers) {}

    /**
     * One offer and its fate.
     *
     * @param open whether it may be sent to this customer at all
     * @param charges what limits with a price charge it
     * @param reducedValue value less charges
     */
    record OfferJson(
            String offer,
            String channel,
            double uplift,
            double orderProbability,
            boolean open,
            double value,
            double cost,
            List<ChargeJson> charges,
            double reducedValue,
            boolean chosen) {}

    /** What one limit charges. */
    record ChargeJson(String limit, double amount) {}

    /**
     * What given sends come to.
     *
     * @param violations every broken rule, in sentences
     */
    record JudgementJson(
            String campaign,
            String currency,
            double value,
            double spend,
            long sends,
            List<String> violations) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(
                                "/v1/explain",
                                "What was decided for one customer, and on what.",
                                ExplainRequest.class,
                                StoryJson.class,
                                this::explain)
                        .answering(200, 202, 404, 422, 429, 503)
                        .with(Waiting.DEADLINE),
                Endpoint.post(
                                "/v1/evaluate",
                                "What given sends are worth, cost, and break.",
                                EvaluateRequest.class,
                                JudgementJson.class,
                                this::evaluate)
                        .forLargeBodies()
                        .answering(200, 202, 404, 422, 429, 503)
                        .with(Waiting.DEADLINE));
    }

    private Reply explain(Call call) {
        ExplainRequest request = call.body(ExplainRequest.class);
        CampaignDesk desk = campaigns.named(request.campaign());
        Asked scenario = Asked.of(request.scenario(), "scenario", desk.file());
        int row = desk.row(Bodies.required(request.customer(), "customer"));
        if (row == IdIndex.ABSENT) {
            throw new Refusal(404, "The audience has no such customer.");
        }
        return waiting.answer(
                call,
                desk,
                request,
                cancellation ->
                        story(
                                desk,
                                request.customer(),
                                CustomerStory.of(desk.answer(scenario, cancellation), row)));
    }

    private static StoryJson story(CampaignDesk desk, String customer, CustomerStory story) {
        return new StoryJson(
                desk.file().campaign(),
                desk.file().currency(),
                customer,
                story.baseline(),
                story.offers().stream()
                        .filter(CustomerStory.Offer::sent)
                        .map(one -> one.offer().id())
                        .toList(),
                story.offers().stream().map(CustomerCalls::offer).toList());
    }

    private static OfferJson offer(CustomerStory.Offer one) {
        return new OfferJson(
                one.offer().id(),
                one.offer().channel(),
                one.uplift(),
                one.orderProbability(),
                one.open(),
                one.value(),
                one.cost(),
                one.charges().stream()
                        .map(charge -> new ChargeJson(charge.limit(), charge.amount()))
                        .toList(),
                one.reducedValue(),
                one.sent());
    }

    private Reply evaluate(Call call) {
        EvaluateRequest request = call.body(EvaluateRequest.class);
        CampaignDesk desk = campaigns.named(request.campaign());
        Asked scenario = Asked.of(request.scenario(), "scenario", desk.file());
        Map<Integer, Long> sets = sets(Bodies.required(request.sends(), "sends"), desk);
        return waiting.answerOnce(
                call,
                desk,
                cancellation ->
                        judgement(
                                desk, GivenSends.judge(desk.answer(scenario, cancellation), sets)));
    }

    private static JudgementJson judgement(CampaignDesk desk, GivenSends.Judgement judged) {
        return new JudgementJson(
                desk.file().campaign(),
                desk.file().currency(),
                judged.value(),
                judged.spend(),
                judged.sends(),
                judged.violations());
    }

    /** Bits of the offers that each customer gets. */
    private static Map<Integer, Long> sets(List<SendJson> sends, CampaignDesk desk) {
        List<String> offers =
                desk.file().offers().stream().map(offer -> offer.offer().id()).toList();
        List<ProblemJson.Fault> faults = new ArrayList<>();
        Map<Integer, Long> sets = new TreeMap<>();
        for (int i = 0; i < sends.size() && faults.size() < MOST_FAULTS; i++) {
            SendJson send = sends.get(i);
            String fault = fault(send, offers, desk);
            if (fault.isEmpty()) {
                long bit = 1L << offers.indexOf(send.offer());
                sets.merge(desk.row(send.customer()), bit, (one, other) -> one | other);
            } else {
                faults.add(new ProblemJson.Fault("sends[%d]".formatted(i), null, fault, ""));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.unusable("Some sends are not of this campaign.", faults);
        }
        return sets;
    }

    private static String fault(SendJson send, List<String> offers, CampaignDesk desk) {
        if (send == null || send.customer() == null || send.offer() == null) {
            return "must have a customer and an offer";
        }
        if (!offers.contains(send.offer())) {
            return "must be of an offer: " + String.join(", ", offers);
        }
        return desk.row(send.customer()) == IdIndex.ABSENT ? "is to nobody in the audience" : "";
    }
}
