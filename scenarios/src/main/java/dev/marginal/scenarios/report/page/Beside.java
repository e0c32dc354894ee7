package dev.marginal.scenarios.report.page;

import static dev.marginal.scenarios.report.page.Section.picture;
import static dev.marginal.scenarios.report.page.Section.prose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.marginal.scenarios.report.charts.BarChart;
import dev.marginal.scenarios.report.charts.Chart;
import dev.marginal.scenarios.report.charts.Ink;
import dev.marginal.scenarios.report.charts.IntervalChart;
import dev.marginal.uplift.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What others would have made of the same budget: as the model sees it, and as measured. */
record Beside(PlanFacts facts) {
    Section section() {
        List<Section.Part> parts = new ArrayList<>();
        parts.add(prose(Html.words(lead())));
        parts.add(picture(neighbours()));
        if (facts.evaluation().isMissingNode()) {
            parts.add(
                    prose(
                            Html.words(
                                    "Nothing could be measured beside it: the model's evaluation is not in this folder.")));
        } else {
            parts.add(prose(Html.words(measured())));
            parts.add(picture(policies()));
        }
        return new Section("neighbours", "How much better is it than simpler plans?", parts);
    }

    private String lead() {
        double own = neighbour("PLAN").path("value").asDouble();
        double bound = neighbour("BOUND").path("value").asDouble();
        Optional<JsonNode> best =
                Told.all(facts.plan().path("neighbours")).stream()
                        .filter(one -> one.path("kind").asText().equals("POLICY"))
                        .max(Comparator.comparingDouble(one -> one.path("value").asDouble()));
        String beside =
                best.map(
                                one ->
                                        "The best of the simpler plans is '%s' with %s; this one claims %s. "
                                                .formatted(
                                                        one.path("name").asText(),
                                                        facts.figures()
                                                                .money(
                                                                        one.path("value")
                                                                                .asDouble()),
                                                        facts.figures().money(own)))
                        .orElse("");
        return beside
                + "No plan that keeps the budget and every rule can claim more than %s."
                        .formatted(facts.figures().money(bound));
    }

    private JsonNode neighbour(String kind) {
        return Told.all(facts.plan().path("neighbours")).stream()
                .filter(one -> one.path("kind").asText().equals(kind))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private Chart neighbours() {
        Figures figures = facts.figures();
        List<JsonNode> all = Told.all(facts.plan().path("neighbours"));
        List<BarChart.Bar> bars =
                all.stream()
                        .map(
                                one -> {
                                    String kind = one.path("kind").asText();
                                    double value = one.path("value").asDouble();
                                    return new BarChart.Bar(
                                            one.path("name").asText(),
                                            Math.max(0, value),
                                            figures.amount(value),
                                            kind.equals("PLAN")
                                                    ? Ink.NOW
                                                    : kind.equals("BOUND") ? Ink.EDGE : Ink.BEFORE,
                                            kind.equals("PLAN"));
                                })
                        .toList();
        return new Chart(
                "neighbours",
                "The same budget, planned by others",
                "What six ways to spend the same budget are worth, from doing nothing to the proven upper bound; all as the model sees it.",
                "%s of %s, as the model sees it: its own view of them all, so that they can be compared"
                        .formatted(facts.currency(), facts.objective()),
                new Chart.DataTable(
                        List.of("plan", facts.objective(), "spend", "sends"),
                        all.stream().map(this::row).toList()),
                new BarChart(bars));
    }

    private List<String> row(JsonNode one) {
        boolean bound = one.path("kind").asText().equals("BOUND");
        return List.of(
                one.path("name").asText(),
                facts.figures().amount(one.path("value").asDouble()),
                bound ? "—" : facts.figures().amount(one.path("spend").asDouble()),
                bound ? "—" : Figures.count(one.path("sends").asLong()));
    }

    private String measured() {
        List<String> worse = new ArrayList<>();
        List<String> alike = new ArrayList<>();
        List<String> better = new ArrayList<>();
        for (JsonNode baseline : baselines()) {
            Optional<Interval> lead = Told.interval(baseline.path("lead"));
            boolean leads = lead.isPresent() && lead.get().low() > 0;
            boolean trails = lead.isPresent() && lead.get().high() < 0;
            (leads ? worse : trails ? better : alike).add("'" + name(baseline) + "'");
        }
        return "The experiment itself was asked the same, on customers whom the model never saw."
                + told(" Following this model surely earned more than %s.", worse)
                + told(" Following this model surely earned less than %s.", better)
                + told(" It cannot tell the model from %s.", alike);
    }

    private static String told(String sentence, List<String> names) {
        return names.isEmpty() ? "" : sentence.formatted(list(names));
    }

    private Chart policies() {
        JsonNode model = facts.evaluation().path("model");
        List<IntervalChart.Row> rows = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        Told.interval(model.path("value"))
                .ifPresent(value -> rows.add(row("this model", value, true)));
        table.add(row("this model", model.path("value"), "—"));
        for (JsonNode baseline : baselines()) {
            JsonNode value = baseline.path("value").path("value");
            Told.interval(value).ifPresent(one -> rows.add(row(name(baseline), one, false)));
            table.add(
                    row(
                            name(baseline),
                            value,
                            Told.interval(baseline.path("lead"))
                                    .map(Figures::small)
                                    .orElse("unknown")));
        }
        return new Chart(
                "measured-policies",
                "The same question, asked of the experiment",
                "What each way to choose was worth on held-out customers at the campaign's budget, with 95 % intervals.",
                "%s of GMV per customer at this budget, with 95 %% intervals; one treatment each, without the campaign's other rules"
                        .formatted(facts.currency()),
                new Chart.DataTable(
                        List.of(
                                "choosing by",
                                "per customer",
                                "95 % interval",
                                "lead of this model"),
                        table),
                new IntervalChart(facts.currency() + " per customer", rows, List.of()));
    }

    private List<JsonNode> baselines() {
        return Told.all(facts.evaluation().path("baselines"));
    }

    private static String name(JsonNode baseline) {
        String policy = baseline.path("value").path("policy").asText();
        String detail = baseline.path("detail").asText().replaceFirst(",.*", "");
        return switch (policy) {
            case "random" -> "sending at random";
            case "average effect" -> "best average effects";
            case "outcome model" -> "who would buy anyway";
            case "best single feature" ->
                    "one feature alone" + (detail.isEmpty() ? "" : " (" + detail + ")");
            default -> "learner " + policy;
        };
    }

    private static IntervalChart.Row row(String name, Interval value, boolean bold) {
        return new IntervalChart.Row(
                name,
                value.estimate(),
                value.low(),
                value.high(),
                Figures.small(value.estimate()),
                bold);
    }

    private static List<String> row(String name, JsonNode value, String lead) {
        Optional<Interval> known = Told.interval(value);
        return List.of(
                name,
                known.map(one -> Figures.small(one.estimate())).orElse("unknown"),
                known.map(one -> Figures.small(one.low()) + " to " + Figures.small(one.high()))
                        .orElse("unknown"),
                lead);
    }

    private static String list(List<String> names) {
        int last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }
}
