package dev.marginal.scenarios.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.IntervalChart;
import dev.marginal.uplift.Interval;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What others would have earned with the same budget, as held-out customers say it. */
record MeasuredNeighbours(PlanFacts facts) {
    /** Whether there is anything to show beside the plan itself. */
    boolean isThere() {
        return others().stream().anyMatch(one -> gmv(one).isPresent());
    }

    String words() {
        return "The same customers of the past experiment that forecast this plan were asked what the simpler plans would earn."
                + told(others().stream().filter(one -> lead(one).isPresent()).toList());
    }

    private String told(List<JsonNode> compared) {
        List<String> surelyLess = names(compared, lead -> lead.low() > 0);
        List<String> surelyMore = names(compared, lead -> lead.high() < 0);
        List<String> unsure = names(compared, lead -> !lead.excludesZero());
        return sentence(" This plan surely earns more than %s.", surelyLess)
                + sentence(" It surely earns less than %s.", surelyMore)
                + sentence(" By this experiment it cannot be told from %s.", unsure);
    }

    private static String sentence(String words, List<String> names) {
        return names.isEmpty() ? "" : words.formatted(Policies.either(names));
    }

    private static List<String> names(List<JsonNode> compared, Predicate<Interval> wanted) {
        return compared.stream()
                .filter(one -> wanted.test(lead(one).orElseThrow()))
                .map(one -> "'" + name(one) + "'")
                .toList();
    }

    Chart chart() {
        return new Chart(
                "neighbours-measured",
                "The same budget, as held-out customers would have answered",
                "What this plan and the simpler ones will earn, measured on customers whom the model never saw, with 95 % intervals.",
                "%s of incremental GMV, with 95 %% intervals; differences are surer than two intervals beside each other look"
                        .formatted(facts.currency()),
                new Chart.DataTable(
                        List.of(
                                "plan",
                                "incremental GMV",
                                "95 % interval",
                                "this plan earns more by"),
                        sent().stream().map(this::cells).toList()),
                new IntervalChart(
                        facts.currency(),
                        sent().stream().flatMap(one -> row(one).stream()).toList(),
                        List.of(0.0)));
    }

    private Optional<IntervalChart.Row> row(JsonNode one) {
        return gmv(one).map(
                        gmv ->
                                new IntervalChart.Row(
                                        name(one),
                                        gmv.estimate(),
                                        gmv.low(),
                                        gmv.high(),
                                        facts.figures().amount(gmv.estimate()),
                                        isOwn(one)));
    }

    private List<String> cells(JsonNode one) {
        Figures figures = facts.figures();
        return List.of(
                name(one),
                gmv(one).map(gmv -> figures.amount(gmv.estimate())).orElse("unknown"),
                gmv(one).map(figures::range).orElse("unknown"),
                isOwn(one) ? "—" : lead(one).map(figures::measured).orElse("unknown"));
    }

    private List<JsonNode> others() {
        return sent().stream().filter(one -> !isOwn(one)).toList();
    }

    /** Whatever sends anything; doing nothing surely earns nothing. */
    private List<JsonNode> sent() {
        return Told.all(facts.plan().path("neighbours")).stream()
                .filter(one -> one.path("sends").asLong() > 0)
                .toList();
    }

    private static boolean isOwn(JsonNode one) {
        return one.path("kind").asText().equals("PLAN");
    }

    private static String name(JsonNode one) {
        return one.path("name").asText();
    }

    private static Optional<Interval> gmv(JsonNode one) {
        return Told.interval(one.path("incremental_gmv"));
    }

    private static Optional<Interval> lead(JsonNode one) {
        return Told.interval(one.path("plan_earns_more"));
    }
}
