package dev.marginal.value.report;

import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.Section;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.ColumnChart;
import dev.marginal.reports.charts.ColumnChart.Series;
import dev.marginal.reports.charts.Ink;
import dev.marginal.reports.charts.Stroke;
import dev.marginal.value.evaluation.ValueCurves.Grouped;
import dev.marginal.value.evaluation.ValueEvaluation.Calibration;
import dev.marginal.value.evaluation.ValueEvaluation.Group;
import dev.marginal.value.evaluation.ValueEvaluation.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** How large predictions are beside what came: in all, by frequency, and by tenths. */
record Amounts(Facts facts, List<Grouped> byFrequency) {
    Section section() {
        List<Section.Part> parts = new ArrayList<>();
        parts.add(
                Section.prose(
                        Html.words(
                                "Sums and mean errors of every prediction, with those that take no model at the end. A ratio below 1 is too little. A prediction may be right in all and wrong for everyone: the mean error is what one customer is missed by.")));
        parts.add(
                Section.prose(
                        table(
                                "What customers spent",
                                facts.evaluation().spend(),
                                Numbers::amount)));
        parts.add(
                Section.prose(
                        table(
                                "How often they bought",
                                facts.evaluation().purchases(),
                                sum -> Numbers.count(Math.round(sum)))));
        parts.add(Section.picture(frequencies()));
        parts.add(Section.picture(tenths()));
        parts.add(
                Section.prose(
                        Html.note(
                                "Customers under 0 never came back before the cut. Where a line lies below the columns of the last tenths, the model took customers for lost who were not.")));
        return new Section("amounts", "How much?", answer(), parts);
    }

    /** Ratios of all models. */
    private String answer() {
        List<String> told =
                models().stream()
                        .map(
                                one ->
                                        "%s predicted %s"
                                                .formatted(
                                                        Facts.name(one.name()),
                                                        Numbers.percent(one.calibration().ratio())))
                        .toList();
        return "Of what was spent, " + String.join(", ", told) + ".";
    }

    private List<Judged> models() {
        return facts.evaluation().spend().stream().filter(Judged::model).toList();
    }

    /** A row for each prediction; {@code writing} is how a sum is written. */
    private static Html table(String caption, List<Judged> all, DoubleFunction<String> writing) {
        List<List<String>> rows = new ArrayList<>();
        for (Judged one : all) {
            Calibration sizes = one.calibration();
            if (sizes != null) {
                rows.add(
                        List.of(
                                Facts.name(one.name()),
                                writing.apply(sizes.predicted()),
                                writing.apply(sizes.actual()),
                                Numbers.fixed(sizes.ratio()),
                                Facts.mean(sizes.meanAbsoluteError())));
            }
        }
        return Html.table(
                caption,
                List.of("prediction", "predicted", "came", "ratio", "mean error"),
                rows,
                1);
    }

    private Chart frequencies() {
        List<Group> groups = byFrequency.get(0).groups();
        List<Series> lines =
                byFrequency.stream().map(one -> line(one.model(), one.groups())).toList();
        return chart(
                "by-frequency",
                "Purchases by repeat purchases before the cut",
                "For customers who had come back 0 to 6 times, and 7 times or more: how often they bought in the holdout, and how often each model expected it.",
                "purchases per customer in the " + facts.horizon() + " after the cut",
                "repeat purchases before the cut",
                groups,
                lines);
    }

    private Chart tenths() {
        Judged nearest = facts.nearest();
        List<Group> tenths = nearest.calibration().deciles();
        return chart(
                "by-tenth",
                "Amounts by tenths of the customers, as %s orders them"
                        .formatted(Facts.name(nearest.name())),
                "For each tenth of the customers by predicted amount, the highest first: what they spent in the holdout, and what was predicted.",
                "amount per customer in the %s after the cut".formatted(facts.horizon()),
                "1: the highest predictions",
                tenths,
                List.of(line(nearest.name(), tenths)));
    }

    private Series line(String model, List<Group> groups) {
        Facts.Look look = facts.look(model);
        return new Series(
                Facts.name(model) + " predicted",
                look.ink(),
                look.stroke(),
                groups.stream().map(Group::predicted).toList());
    }

    private static Chart chart(
            String id,
            String title,
            String description,
            String unit,
            String across,
            List<Group> groups,
            List<Series> lines) {
        List<String> columns = new ArrayList<>(List.of("group", "customers", "came"));
        lines.forEach(line -> columns.add(line.name()));
        List<List<String>> rows = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            List<String> cells = new ArrayList<>();
            cells.add(groups.get(group).name());
            cells.add(Numbers.count(groups.get(group).customers()));
            cells.add(Facts.mean(groups.get(group).actual()));
            for (Series line : lines) {
                cells.add(Facts.mean(line.heights().get(group)));
            }
            rows.add(cells);
        }
        return new Chart(
                id,
                title,
                description,
                unit,
                new Chart.DataTable(columns, rows),
                new ColumnChart(
                        across,
                        groups.stream().map(Group::name).toList(),
                        new Series(
                                "what came",
                                Ink.NOW,
                                Stroke.WHOLE,
                                groups.stream().map(Group::actual).toList()),
                        lines));
    }
}
