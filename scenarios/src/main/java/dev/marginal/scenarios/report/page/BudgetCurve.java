package dev.marginal.scenarios.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.Ink;
import dev.marginal.reports.charts.Line;
import dev.marginal.reports.charts.LineChart;
import dev.marginal.reports.charts.LineChart.Landmark;
import dev.marginal.reports.charts.LineChart.Panel;
import dev.marginal.reports.charts.Stroke;
import dev.marginal.uplift.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each budget earns, and below it what the next coin of it earns.
 *
 * @param points as report.json has them, rising by budget
 * @param own the plan's
 * @param plateau the budget beyond which nothing more is earned
 */
record BudgetCurve(PlanFacts facts, List<JsonNode> points, JsonNode own, double plateau) {
    private static final double PANEL = 240;
    private static final double PRICES = 110;

    Chart chart() {
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
        Line model = new Line(claim(), Ink.BEFORE, Stroke.DASHES, claimed, List.of());
        Line honest =
                new Line("measured on held-out customers", Ink.NOW, Stroke.WHOLE, measured, band);
        Line price = new Line("", Ink.NOW, Stroke.WHOLE, prices, List.of());
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
                                        "Marginal ROI: what the next %s of budget earns"
                                                .formatted(facts.currency()),
                                        PRICES,
                                        List.of(price),
                                        facts.isGmv() ? 1 : Double.NaN)),
                        landmarks());
        return new Chart(
                "budget-curve",
                "What each budget earns",
                description(),
                facts.currency()
                        + (facts.isGmv()
                                ? " of incremental GMV"
                                : " of incremental GMV measured; the model claims "
                                        + facts.objective()),
                table(),
                drawing);
    }

    /** What the dashed line counts, where that is more than what is measured. */
    private String claim() {
        return "the model's own claim" + (facts.isGmv() ? "" : " of " + facts.objective());
    }

    private List<Landmark> landmarks() {
        List<Landmark> marks = new ArrayList<>();
        double budget = own.path("budget").asDouble();
        marks.add(new Landmark(budget, "this plan " + facts.figures().amount(budget), true));
        if (plateau > budget) {
            marks.add(
                    new Landmark(
                            plateau,
                            "nothing more beyond " + facts.figures().amount(plateau),
                            false));
        }
        return marks;
    }

    private String description() {
        Optional<Interval> gmv = Told.interval(own.path("measured"));
        return "GMV rises with the budget, ever more slowly, up to %s. This plan stands at %s%s; there the next %s earns %s."
                .formatted(
                        facts.figures().money(plateau),
                        facts.figures().money(own.path("budget").asDouble()),
                        gmv.map(one -> " and earns " + facts.figures().measured(one)).orElse(""),
                        facts.currency(),
                        Numbers.fixed(own.path("price").asDouble()));
    }

    private Chart.DataTable table() {
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
                                            Numbers.count(point.path("sends").asLong()),
                                            Numbers.fixed(point.path("price").asDouble()));
                                })
                        .toList());
    }
}
