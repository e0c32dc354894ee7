package dev.marginal.scenarios.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.Opening;
import dev.marginal.uplift.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The number that matters first, how sure it is, and what it costs. */
record Headline(PlanFacts facts) {
    private static final double WORTH_TELLING = 0.05;

    Html html() {
        List<Html> parts = new ArrayList<>();
        parts.add(
                Opening.title(
                        "%s, %s: what this plan is expected to earn"
                                .formatted(plan("campaign").asText(), plan("date").asText())));
        forecast("not_to_be_trusted_because")
                .forEach(why -> parts.add(Opening.alarm("Not to be trusted: " + why.asText())));
        Optional<Interval> measured = Told.interval(forecast("incremental_gmv"));
        if (plan("sends").asLong() == 0) {
            parts.addAll(nothing());
        } else {
            parts.addAll(measured.map(this::measured).orElseGet(this::unmeasured));
        }
        parts.add(Html.words(Html.tag("strong", "Evidence: "), evidence(evidence())));
        parts.addAll(doubts());
        parts.add(numbers(measured));
        return Html.all(parts);
    }

    private List<Html> nothing() {
        return List.of(
                Opening.big("0", " " + facts.currency() + " incremental GMV"),
                Opening.lead(
                        "This plan sends nothing: no send is worth its price under this budget and these rules."));
    }

    private List<Html> measured(Interval gmv) {
        return List.of(
                Opening.big(
                        facts.figures().amount(gmv.estimate()),
                        " " + facts.currency() + " incremental GMV"),
                Opening.lead(
                        "%s Measured in the past campaign's experiment, on customers whom the model had never seen, and reckoned up to this audience. %s%s"
                                .formatted(meaning(gmv.estimate()), sure(gmv), profit(gmv))),
                claim());
    }

    /** What is left of it, where the campaign is for profit. */
    private String profit(Interval gmv) {
        if (!facts.isProfit()) {
            return "";
        }
        double spend = plan("spend").asDouble();
        double margin = facts.margin();
        return " At a margin of %s and after the spend, a profit of %s is left (95 %% interval %s to %s)."
                .formatted(
                        Numbers.percent(margin),
                        facts.figures().money(gmv.estimate() * margin - spend),
                        facts.figures().money(gmv.low() * margin - spend),
                        facts.figures().money(gmv.high() * margin - spend));
    }

    private static String meaning(double gmv) {
        return gmv >= 0
                ? "Customers are expected to spend that much more than if nothing were sent."
                : "Customers are expected to spend less than if nothing were sent.";
    }

    private String sure(Interval gmv) {
        String words =
                gmv.low() > 0 || gmv.high() < 0
                        ? "With 95 %% confidence it is between %s and %s."
                        : "The experiment is too small to be sure that it is more than nothing: with 95 %% confidence it is between %s and %s.";
        return words.formatted(facts.figures().money(gmv.low()), facts.figures().money(gmv.high()));
    }

    private List<Html> unmeasured() {
        double claims = Told.number(forecast("model_claims"));
        return List.of(
                Opening.big(
                        facts.figures().amount(claims),
                        " " + facts.currency() + " incremental GMV, as the model claims"),
                Opening.lead(
                        "This is no forecast. The experiment cannot say what this plan will earn: too few of its customers are like those who are sent something. What stands here is the model's own claim, which nothing has checked."));
    }

    private Html claim() {
        return Opening.claim(
                "The model itself claims ",
                "%s of incremental GMV. Do not plan with this number: it is the model's own view of its own choice."
                        .formatted(facts.figures().money(Told.number(forecast("model_claims")))));
    }

    private List<Html> doubts() {
        List<Html> doubts = new ArrayList<>();
        if (facts.countsFuture()) {
            doubts.add(later());
        }
        Optional<Interval> measured = Told.interval(forecast("incremental_gmv"));
        if (facts.isGmv()
                && measured.isPresent()
                && measured.get().estimate() < plan("spend").asDouble()) {
            doubts.add(
                    Opening.alarm(
                            "Careful: this plan is expected to cost more than the GMV it adds."));
        }
        List<String> unmeasured = Told.words(forecast("offers_without_evidence"));
        if (!unmeasured.isEmpty() && measured.isPresent()) {
            doubts.add(
                    Html.words(
                            "The forecast leaves out %s: too few held-out customers are like those who get them."
                                    .formatted(String.join(", ", unmeasured))));
        }
        double several =
                Told.number(forecast("claims_of_several_sends"))
                        / Told.number(forecast("model_claims"));
        if (several >= WORTH_TELLING) {
            doubts.add(
                    Html.note(
                            "Forecast and claim assume that effects of several sends to one customer add up: %s of the claim is of customers who get several, and no experiment with one treatment each has seen several together."
                                    .formatted(Numbers.percent(several))));
        }
        return doubts;
    }

    /** Both parts of what the plan adds up, and what the second rests on. */
    private Html later() {
        JsonNode parts = plan("value_parts");
        return Html.words(
                Html.tag("strong", "What comes later: "),
                "as the models see it, this plan is worth %s: %s of incremental GMV, and %s of future value that its extra orders bring later. This takes it %s."
                        .formatted(
                                facts.figures().money(plan("value").asDouble()),
                                facts.figures().money(parts.path("incremental_gmv").asDouble()),
                                facts.figures().money(parts.path("future_value").asDouble()),
                                parts.path("assumes").asText()));
    }

    private Html numbers(Optional<Interval> measured) {
        Figures figures = facts.figures();
        double spend = plan("spend").asDouble();
        List<Html> numbers = new ArrayList<>();
        numbers.add(Opening.number("Expected spend", figures.money(spend), budget()));
        if (!plan("co_funding").isMissingNode()) {
            numbers.add(
                    Opening.number(
                            "Co-funding",
                            figures.money(plan("co_funding").asDouble()),
                            "which others pay, beside the spend"));
        }
        if (measured.isPresent() && spend > 0) {
            Interval gmv = measured.get();
            numbers.add(
                    Opening.number(
                            "GMV for each " + facts.currency() + " spent",
                            Numbers.fixed(gmv.estimate() / spend),
                            "95 %% interval %s to %s"
                                    .formatted(
                                            Numbers.fixed(gmv.low() / spend),
                                            Numbers.fixed(gmv.high() / spend))));
        }
        numbers.add(
                Opening.number(
                        "Sends",
                        Numbers.count(plan("sends").asLong()),
                        facts.more().isMissingNode()
                                ? ""
                                : "for an audience of %s customers"
                                        .formatted(
                                                Numbers.count(
                                                        facts.more().path("customers").asLong()))));
        numbers.add(
                Opening.number(
                        "Room for a better plan",
                        gap(),
                        "proven for these rules, as the model sees value"));
        return Opening.numbers(numbers);
    }

    private String budget() {
        return Told.all(plan("limits")).stream()
                .filter(limit -> limit.path("limit").asText().equals("budget"))
                .findFirst()
                .map(
                        limit ->
                                "of a budget of "
                                        + facts.figures().money(limit.path("at_most").asDouble()))
                .orElse("no budget was set");
    }

    private String gap() {
        return plan("outcome").asText().equals("optimal") || plan("gap").asDouble() == 0
                ? "none"
                : "≤ " + facts.figures().words().percent(plan("gap").asDouble());
    }

    private String evidence() {
        return forecast("evidence").asText();
    }

    /** What a verdict means. */
    static String evidence(String verdict) {
        return switch (verdict) {
            case "clear" ->
                    "clear. In the experiment, following this model earned more than sending nothing, sending at random or sending what works best on average; chance hardly explains that.";
            case "weak" ->
                    "weak. In the experiment, following this model earned more than sending nothing, sending at random or sending what works best on average; but chance may explain that.";
            case "none" ->
                    "none. The experiment shows no sure gain from following this model; sending nothing, or sending at random, may earn as much.";
            default -> "unknown. The plan does not say how its model was judged.";
        };
    }

    private JsonNode plan(String key) {
        return facts.plan().path(key);
    }

    private JsonNode forecast(String key) {
        return plan("forecast").path(key);
    }
}
