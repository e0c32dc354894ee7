package dev.marginal.scenarios.report.page;

import static dev.marginal.reports.Section.picture;
import static dev.marginal.reports.Section.prose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.Section;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.Ink;
import dev.marginal.reports.charts.Line;
import dev.marginal.reports.charts.LineChart;
import dev.marginal.reports.charts.Stroke;
import dev.marginal.uplift.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What targeting by the model adds at any budget: the Qini curve of several arms. */
record Targeting(PlanFacts facts) {
    private static final double HEIGHT = 250;
    private static final String TITLE = "What does targeting add?";

    Section section() {
        List<JsonNode> points = Told.all(facts.evaluation().path("curve").path("points"));
        if (points.isEmpty()) {
            return new Section(
                    "targeting", TITLE, nothing(), List.of(prose(Html.words(nothing()))));
        }
        return new Section(
                "targeting",
                TITLE,
                answer(),
                List.of(
                        prose(Html.words(sentence())),
                        picture(chart(points)),
                        prose(Html.note(note()))));
    }

    private String nothing() {
        return facts.evaluation().isMissingNode()
                ? "Nobody has measured it: this folder has no evaluation of its model, so that there is no Qini curve."
                : "No treatment costs anything, so that there is no budget to target within and no Qini curve.";
    }

    private String answer() {
        Optional<Interval> lead = lead();
        if (lead.isEmpty()) {
            return "It could not be measured.";
        }
        String figures =
                "%s %s per customer, averaged over all budgets"
                        .formatted(Figures.small(lead.get()), facts.currency());
        return (isSure(lead.get()) ? "Surely " : "Nothing that is sure: ") + figures + ".";
    }

    private String sentence() {
        Optional<Interval> lead = lead();
        if (lead.isEmpty()) {
            return "What targeting adds could not be measured.";
        }
        String said =
                !isSure(lead.get())
                        ? "the experiment cannot tell choosing customers by this model from giving the best treatments to customers at random"
                        : "choosing customers by this model surely earned %s than giving the best treatments to customers at random"
                                .formatted(lead.get().low() > 0 ? "more" : "less");
        return "Averaged over all budgets, %s: the difference is %s %s per customer."
                .formatted(said, Figures.small(lead.get()), facts.currency());
    }

    private Optional<Interval> lead() {
        return Told.interval(facts.evaluation().path("curve").path("lead"));
    }

    private static boolean isSure(Interval lead) {
        return lead.low() > 0 || lead.high() < 0;
    }

    private static String note() {
        return "At each budget, every customer gets the treatment that the model thinks best for its money, or none: one treatment each, without the campaign's other rules. Statisticians call this the Qini curve of several arms; it is measured on held-out customers, doubly robust, that is, corrected for chance differences between arms.";
    }

    private Chart chart(List<JsonNode> points) {
        List<double[]> value = new ArrayList<>();
        List<double[]> band = new ArrayList<>();
        List<double[]> average = new ArrayList<>();
        value.add(new double[] {0, 0});
        band.add(new double[] {0, 0, 0});
        average.add(new double[] {0, 0});
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode point : points) {
            double budget = Told.number(point.path("budget"));
            Optional<Interval> gained = Told.interval(point.path("value"));
            Optional<Interval> lead = Told.interval(point.path("lead"));
            gained.ifPresent(
                    one -> {
                        value.add(new double[] {budget, one.estimate()});
                        band.add(new double[] {budget, one.low(), one.high()});
                        lead.ifPresent(
                                more ->
                                        average.add(
                                                new double[] {
                                                    budget, one.estimate() - more.estimate()
                                                }));
                    });
            rows.add(
                    List.of(
                            Numbers.small(budget),
                            gained.map(Figures::small).orElse("unknown"),
                            lead.map(Figures::small).orElse("unknown")));
        }
        return new Chart(
                "qini",
                "What following the model earns at any budget: the Qini curve",
                "The value per customer of following the model rises with the budget per customer; beside it, the same budget spent on customers at random.",
                facts.currency() + " of GMV per customer, measured on held-out customers",
                new Chart.DataTable(
                        List.of(
                                "budget per customer",
                                "value (95 % interval)",
                                "lead over random customers (95 % interval)"),
                        rows),
                new LineChart(
                        facts.currency() + " of budget per customer",
                        List.of(
                                new LineChart.Panel(
                                        "",
                                        HEIGHT,
                                        List.of(
                                                new Line(
                                                        "following the model",
                                                        Ink.NOW,
                                                        Stroke.WHOLE,
                                                        value,
                                                        band),
                                                new Line(
                                                        "best treatments for random customers",
                                                        Ink.BEFORE,
                                                        Stroke.DASHES,
                                                        average,
                                                        List.of())),
                                        Double.NaN)),
                        campaign(points)));
    }

    /** The campaign's own budget, where it lies on the curve. */
    private List<LineChart.Landmark> campaign(List<JsonNode> points) {
        double budget = Told.number(facts.evaluation().path("budget"));
        double last = Told.number(points.get(points.size() - 1).path("budget"));
        return Double.isFinite(budget) && budget <= last
                ? List.of(
                        new LineChart.Landmark(
                                budget, "this campaign's budget " + Numbers.small(budget), true))
                : List.of();
    }
}
