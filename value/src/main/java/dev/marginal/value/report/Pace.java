package dev.marginal.value.report;

import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.Section;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.Ink;
import dev.marginal.reports.charts.Line;
import dev.marginal.reports.charts.LineChart;
import dev.marginal.reports.charts.LineChart.Landmark;
import dev.marginal.reports.charts.LineChart.Panel;
import dev.marginal.reports.charts.Stroke;
import dev.marginal.value.UnitOfTime;
import dev.marginal.value.evaluation.Tracking;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether models keep pace with customers as time goes on: the tracking plots. */
record Pace(Facts facts, Tracking tracking) {
    private static final double TOTALS = 240;
    private static final double EACH = 150;

    Section section() {
        return new Section(
                "pace",
                "Do the models keep pace?",
                answer(),
                List.of(
                        Section.prose(
                                Html.words(
                                        "How often the same customers came back as time went on, and how often each model expects it who knows nothing but the day on which every customer first bought, and what it learnt before the cut.")),
                        Section.picture(chart()),
                        Section.prose(
                                Html.note(
                                        "Left of the cut, a model should follow what happened, for it has learnt from it; right of it, nothing was known. The models know no seasons: a Christmas in the holdout is above every line."))));
    }

    private String answer() {
        double came = last(tracking.actual());
        String expected =
                tracking.expected().stream()
                        .map(
                                one ->
                                        "%s expects %s (%s)"
                                                .formatted(
                                                        Facts.name(one.name()),
                                                        Numbers.count(Math.round(last(one))),
                                                        Numbers.percent(last(one) / came)))
                        .collect(Collectors.joining(", "));
        return "From %s to %s they came back %s times; %s."
                .formatted(
                        tracking.first(),
                        tracking.ends().get(tracking.ends().size() - 1),
                        Numbers.count(Math.round(came)),
                        expected);
    }

    private static double last(Tracking.Pace pace) {
        return pace.total()[pace.total().length - 1];
    }

    private Chart chart() {
        List<Line> totals = new ArrayList<>();
        List<Line> each = new ArrayList<>();
        totals.add(totals(tracking.actual(), "what came", Ink.NOW, Stroke.WHOLE));
        each.add(each(tracking.actual(), Ink.NOW, Stroke.WHOLE));
        for (Tracking.Pace model : tracking.expected()) {
            Facts.Look look = facts.look(model.name());
            totals.add(
                    totals(
                            model,
                            Facts.name(model.name()) + " expects",
                            look.ink(),
                            look.stroke()));
            each.add(each(model, look.ink(), look.stroke()));
        }
        double cut = end(tracking.known() - 1);
        return new Chart(
                "tracking",
                "Repeat purchases as time goes on",
                "Repeat purchases of all customers, added up from the first day and in each %s, beside what each model expects; the models know nothing after the cut."
                        .formatted(tracking.step()),
                "above: repeat purchases of all customers, added up from the first day; below: in each "
                        + tracking.step(),
                table(),
                new LineChart(
                        "%ss since %s".formatted(tracking.step(), tracking.first()),
                        List.of(
                                new Panel("", TOTALS, totals, Double.NaN),
                                new Panel("In each " + tracking.step(), EACH, each, Double.NaN)),
                        List.of(
                                new Landmark(
                                        cut,
                                        "known until " + tracking.ends().get(tracking.known() - 1),
                                        false))));
    }

    private Line totals(Tracking.Pace pace, String name, Ink ink, Stroke stroke) {
        List<double[]> points = new ArrayList<>();
        points.add(new double[] {0, 0});
        IntStream.range(0, pace.total().length)
                .mapToObj(step -> new double[] {end(step), pace.total()[step]})
                .forEach(points::add);
        return new Line(name, ink, stroke, points, List.of());
    }

    /** Steps that are shorter than the others would look like a fall. */
    private Line each(Tracking.Pace pace, Ink ink, Stroke stroke) {
        int whole = IntStream.of(tracking.days()).max().orElse(1);
        return new Line(
                "",
                ink,
                stroke,
                IntStream.range(0, pace.each().length)
                        .filter(step -> tracking.days()[step] > 0.9 * whole)
                        .mapToObj(step -> new double[] {end(step), pace.each()[step]})
                        .toList(),
                List.of());
    }

    /** From the first day to the end of a step, in steps of full length. */
    private double end(int step) {
        int days = IntStream.rangeClosed(0, step).map(one -> tracking.days()[one]).sum();
        return UnitOfTime.named(tracking.step()).orElseThrow().of(days);
    }

    private Chart.DataTable table() {
        List<String> columns = new ArrayList<>(List.of("until", "days", "came"));
        tracking.expected().forEach(one -> columns.add(Facts.name(one.name())));
        columns.add("came in all");
        tracking.expected().forEach(one -> columns.add(Facts.name(one.name()) + " in all"));
        List<List<String>> rows = new ArrayList<>();
        for (int step = 0; step < tracking.ends().size(); step++) {
            rows.add(row(step));
        }
        return new Chart.DataTable(columns, rows);
    }

    private List<String> row(int step) {
        List<String> cells = new ArrayList<>();
        cells.add(tracking.ends().get(step) + (step == tracking.known() - 1 ? " (the cut)" : ""));
        cells.add(Numbers.count(tracking.days()[step]));
        cells.add(Numbers.count(Math.round(tracking.actual().each()[step])));
        tracking.expected().forEach(one -> cells.add(Numbers.tenths(one.each()[step])));
        cells.add(Numbers.count(Math.round(tracking.actual().total()[step])));
        tracking.expected().forEach(one -> cells.add(Numbers.tenths(one.total()[step])));
        return cells;
    }
}
