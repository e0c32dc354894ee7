package dev.marginal.scenarios.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.IntervalChart;
import dev.marginal.uplift.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What other ways to choose customers were worth, as the experiment measured them. */
record Policies(PlanFacts facts) {
    /** Whether the model's lead over another way to choose is sure, and in whose favour. */
    private enum Lead {
        OURS,
        THEIRS,
        UNSURE
    }

    /** A sentence on who won. */
    String answer() {
        int all = baselines().size();
        int theirs = names(Lead.THEIRS).size();
        return "Measured beside %d other ways to choose: surely better than %d%s; %d cannot be told from it."
                .formatted(
                        all,
                        names(Lead.OURS).size(),
                        theirs == 0 ? "" : ", surely worse than " + theirs,
                        names(Lead.UNSURE).size());
    }

    String words() {
        return "The experiment itself was asked the same, on customers whom the model never saw."
                + told(" Following this model surely earned more than %s.", Lead.OURS)
                + told(" Following this model surely earned less than %s.", Lead.THEIRS)
                + told(" It cannot tell the model from %s.", Lead.UNSURE);
    }

    private String told(String sentence, Lead lead) {
        List<String> names = names(lead);
        return names.isEmpty() ? "" : sentence.formatted(either(names));
    }

    private List<String> names(Lead wanted) {
        return baselines().stream()
                .filter(baseline -> lead(baseline) == wanted)
                .map(baseline -> "'" + name(baseline) + "'")
                .toList();
    }

    private static Lead lead(JsonNode baseline) {
        Optional<Interval> lead = Told.interval(baseline.path("lead"));
        if (lead.isPresent() && lead.get().low() > 0) {
            return Lead.OURS;
        }
        return lead.isPresent() && lead.get().high() < 0 ? Lead.THEIRS : Lead.UNSURE;
    }

    Chart chart() {
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
        String detail = baseline.path("detail").asText();
        return switch (policy) {
            case "random" -> "sending at random";
            case "average effect" -> "what works best on average";
            case "outcome model" -> "who buys most anyway";
            case "best single feature" ->
                    detail.isEmpty() ? "one feature alone" : "one feature alone: " + detail;
            default -> "another model (" + policy + ")";
        };
    }

    private static IntervalChart.Row row(String name, Interval value, boolean bold) {
        return new IntervalChart.Row(
                name,
                value.estimate(),
                value.low(),
                value.high(),
                Numbers.small(value.estimate()),
                bold);
    }

    private static List<String> row(String name, JsonNode value, String lead) {
        Optional<Interval> known = Told.interval(value);
        return List.of(
                name,
                known.map(one -> Numbers.small(one.estimate())).orElse("unknown"),
                known.map(one -> Numbers.small(one.low()) + " to " + Numbers.small(one.high()))
                        .orElse("unknown"),
                lead);
    }

    /** Names as a sentence that holds of each of them. */
    static String either(List<String> names) {
        int last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }
}
