package dev.marginal.scenarios.report.page;

import static dev.marginal.scenarios.report.page.Section.picture;
import static dev.marginal.scenarios.report.page.Section.prose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.report.charts.Chart;
import dev.marginal.scenarios.report.charts.Ink;
import dev.marginal.scenarios.report.charts.Line;
import dev.marginal.scenarios.report.charts.LineChart;
import dev.marginal.scenarios.report.charts.LineChart.Landmark;
import dev.marginal.scenarios.report.charts.LineChart.Panel;
import dev.marginal.uplift.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What other budgets would earn. */
record Budgets(PlanFacts facts) {
    private static final double PANEL = 240;
    private static final double PRICES = 110;
    private static final String TITLE = "What would other budgets earn?";

    Section section() {
        List<JsonNode> points = points();
        List<Section.Part> parts = new ArrayList<>();
        if (points.isEmpty()) {
            parts.add(
                    prose(
                            Html.words(
                                    "This plan's folder does not say: it has no report.json, which later versions write. ./marginal frontier tells it from the campaign file.")));
            return new Section("budgets", TITLE, parts);
        }
        parts.add(prose(Html.words(own(points))));
        if (points.size() > 1) {
            parts.add(picture(chart(points)));
        }
        parts.add(prose(Html.note(note(points.size() - 1))));
        return new Section("budgets", TITLE, parts);
    }

    private List<JsonNode> points() {
        return Told.all(facts.more().path("budgets").path("points"));
    }

    private double plateau() {
        return facts.more().path("budgets").path("plateau").asDouble();
    }

    private String own(List<JsonNode> points) {
        Figures figures = facts.figures();
        JsonNode own = own();
        double price = own.path("price").asDouble();
        String next =
                price > 0
                        ? "At this plan's budget of %s, the next %s earns %s of %s, as the model sees it."
                                .formatted(
                                        figures.money(own.path("budget").asDouble()),
                                        facts.currency(),
                                        Figures.fixed(price),
                                        facts.objective())
                        : "At this plan's spend of %s, a larger budget would earn nothing more."
                                .formatted(figures.money(own.path("spend").asDouble()));
        String most =
                " Nothing more is earned beyond a spend of %s.".formatted(figures.money(plateau()));
        return next + (price > 0 ? most : "") + evenAt(points);
    }

    /** Where prices cross one, between two budgets that were planned. */
    private String evenAt(List<JsonNode> points) {
        if (facts.isProfit()) {
            return "";
        }
        for (int point = 1; point < points.size(); point++) {
            double before = points.get(point - 1).path("price").asDouble();
            double after = points.get(point).path("price").asDouble();
            if (before >= 1 && after < 1) {
                return " Somewhere between %s and %s the next %s stops earning itself back in GMV."
                        .formatted(
                                facts.figures()
                                        .money(points.get(point - 1).path("budget").asDouble()),
                                facts.figures().money(points.get(point).path("budget").asDouble()),
                                facts.currency());
            }
        }
        return "";
    }

    private JsonNode own() {
        return points().stream()
                .filter(one -> one.path("own").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    private String note(int others) {
        JsonNode tooLittle = facts.more().path("budgets").path("too_little");
        return "Each point is a plan of its own under the same rules: this one and %d more, between which lines are drawn straight; the more customers, the fewer points, so that planning stays quick."
                        .formatted(others)
                + (tooLittle.isMissingNode()
                        ? ""
                        : " At %s no plan keeps every rule; smaller budgets were not tried."
                                .formatted(facts.figures().money(tooLittle.asDouble())));
    }

    private Chart chart(List<JsonNode> points) {
        List<double[]> measured = new ArrayList<>();
        List<double[]> band = new ArrayList<>();
        List<double[]> claimed = new ArrayList<>();
        List<double[]> prices = new ArrayList<>();
        for (JsonNode point : points) {
            double budget = point.path("budget").asDouble();
            claimed.add(new double[] {budget, point.path("value").asDouble()});
            prices.add(new double[] {budget, point.path("price").asDouble()});
            Told.interval(point.path("measured"))
                    .ifPresent(
                            gmv -> {
                                measured.add(new double[] {budget, gmv.estimate()});
                                band.add(new double[] {budget, gmv.low(), gmv.high()});
                            });
        }
        Line model = new Line("the model's own claim", Ink.BEFORE, true, claimed, List.of());
        Line honest = new Line("measured on held-out customers", Ink.NOW, false, measured, band);
        Line price = new Line("", Ink.NOW, false, prices, List.of());
        LineChart drawing =
                new LineChart(
                        "budget, " + facts.currency(),
                        List.of(
                                new Panel(
                                        "",
                                        PANEL,
                                        measured.isEmpty()
                                                ? List.of(model)
                                                : List.of(honest, model),
                                        Double.NaN),
                                new Panel(
                                        "Marginal return: what the next %s of budget earns"
                                                .formatted(facts.currency()),
                                        PRICES,
                                        List.of(price),
                                        facts.isProfit() ? Double.NaN : 1)),
                        landmarks());
        return new Chart(
                "budget-curve",
                "What each budget earns",
                description(),
                facts.currency()
                        + (facts.isProfit()
                                ? " of incremental GMV measured; the model claims profit"
                                : " of incremental GMV"),
                table(points),
                drawing);
    }

    private List<Landmark> landmarks() {
        List<Landmark> marks = new ArrayList<>();
        double own = own().path("budget").asDouble();
        marks.add(new Landmark(own, "this plan " + facts.figures().amount(own), true));
        if (plateau() > own) {
            marks.add(
                    new Landmark(
                            plateau(),
                            "nothing more beyond " + facts.figures().amount(plateau()),
                            false));
        }
        return marks;
    }

    private String description() {
        JsonNode own = own();
        Optional<Interval> gmv = Told.interval(own.path("measured"));
        return "GMV rises with the budget, ever more slowly, up to %s. This plan stands at %s%s; there the next %s earns %s."
                .formatted(
                        facts.figures().money(plateau()),
                        facts.figures().money(own.path("budget").asDouble()),
                        gmv.map(one -> " and earns " + facts.figures().measured(one)).orElse(""),
                        facts.currency(),
                        Figures.fixed(own.path("price").asDouble()));
    }

    private Chart.DataTable table(List<JsonNode> points) {
        Figures figures = facts.figures();
        return new Chart.DataTable(
                List.of(
                        "budget",
                        "measured GMV",
                        "95 % interval",
                        "model's " + facts.objective(),
                        "spend",
                        "sends",
                        "next unit earns"),
                points.stream()
                        .map(
                                point -> {
                                    Optional<Interval> gmv = Told.interval(point.path("measured"));
                                    return List.of(
                                            figures.amount(point.path("budget").asDouble())
                                                    + (point.path("own").asBoolean()
                                                            ? " (this plan)"
                                                            : ""),
                                            gmv.map(one -> figures.amount(one.estimate()))
                                                    .orElse("not measurable"),
                                            gmv.map(figures::range).orElse("—"),
                                            figures.amount(point.path("value").asDouble()),
                                            figures.amount(point.path("spend").asDouble()),
                                            Figures.count(point.path("sends").asLong()),
                                            Figures.fixed(point.path("price").asDouble()));
                                })
                        .toList());
    }
}
