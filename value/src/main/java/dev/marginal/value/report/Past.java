package dev.marginal.value.report;

import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.Section;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.HeatChart;
import dev.marginal.value.evaluation.Pasts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What models read from a customer's past: the matrices of P(alive) and expected purchases. */
record Past(Facts facts, List<Pasts> pasts) {
    private static final double HUNDRED = 100;
    private static final int TOLD = 3;

    Section section() {
        List<Section.Part> parts = new ArrayList<>();
        parts.add(
                Section.prose(
                        Html.words(
                                "Two numbers of a past decide what a model expects: how often a customer came back, and how long they have been silent. Whoever bought often and then fell silent is more surely lost than whoever bought rarely: for the first, the silence is out of character.")));
        for (Pasts one : pasts) {
            parts.add(Section.picture(alive(one)));
            parts.add(Section.picture(purchases(one)));
        }
        parts.add(
                Section.prose(
                        Html.note(
                                "All for customers who first bought %s before the cut, as the first of this log. An empty cell is a past that cannot be: whoever never came back has been silent since the first purchase."
                                        .formatted(facts.time(pasts.get(0).age())))));
        return new Section("past", "What does a past say?", answer(), parts);
    }

    /** The first model's word on customers who came back a few times. */
    private String answer() {
        Pasts first = pasts.get(0);
        int column = column(first);
        int soon = Math.min(1, first.silences().length - 1);
        int late = soon;
        while (first.silences()[late] < first.age() / 2 && isKnown(first, late + 1, column)) {
            late++;
        }
        return "Of customers who came back %s, %s still buy after %s of silence%s, as %s reads it."
                .formatted(
                        times(first.frequencies()[column]),
                        Numbers.percent(first.alive()[soon][column]),
                        facts.time(first.silences()[soon]),
                        late == soon
                                ? ""
                                : " and %s after %s"
                                        .formatted(
                                                Numbers.percent(first.alive()[late][column]),
                                                facts.time(first.silences()[late])),
                        Facts.name(first.model()));
    }

    private static boolean isKnown(Pasts pasts, int row, int column) {
        return row < pasts.silences().length && !Double.isNaN(pasts.alive()[row][column]);
    }

    private static int column(Pasts pasts) {
        return (int) IntStream.of(pasts.frequencies()).filter(times -> times <= TOLD).count() - 1;
    }

    private static String times(int frequency) {
        return frequency == 1 ? "once" : frequency + " times";
    }

    private Chart alive(Pasts of) {
        return chart(
                "alive-" + of.model().replace('_', '-'),
                "P(alive) by the past, %s".formatted(Facts.name(of.model())),
                "The probability that a customer has not stopped, in per cent, by time since the last purchase and number of repeat purchases.",
                "per cent, by time since the last purchase (down) and repeat purchases (across)",
                of,
                of.alive(),
                share -> "%.0f".formatted(share * HUNDRED),
                share -> share);
    }

    private Chart purchases(Pasts of) {
        return chart(
                "purchases-" + of.model().replace('_', '-'),
                "Expected purchases by the past, %s".formatted(Facts.name(of.model())),
                "How often a customer is expected to buy in the horizon, by time since the last purchase and number of repeat purchases.",
                "purchases in the next %s, by time since the last purchase (down) and repeat purchases (across)"
                        .formatted(facts.time(of.horizon())),
                of,
                of.purchases(),
                Numbers::tenths,
                Math::sqrt);
    }

    /**
     * A matrix.
     *
     * @param words of a cell
     * @param strength of its colour
     */
    private Chart chart(
            String id,
            String title,
            String description,
            String unit,
            Pasts of,
            double[][] cells,
            DoubleFunction<String> words,
            DoubleUnaryOperator strength) {
        List<HeatChart.Row> rows = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        for (int row = 0; row < cells.length; row++) {
            List<String> figures =
                    DoubleStream.of(cells[row])
                            .mapToObj(cell -> Double.isNaN(cell) ? "" : words.apply(cell))
                            .toList();
            rows.add(
                    new HeatChart.Row(
                            silence(of, row),
                            DoubleStream.of(cells[row]).map(strength).boxed().toList(),
                            figures));
            List<String> line = new ArrayList<>(List.of(silence(of, row)));
            figures.forEach(figure -> line.add(figure.isEmpty() ? "—" : figure));
            table.add(line);
        }
        List<String> names = IntStream.of(of.frequencies()).mapToObj(Integer::toString).toList();
        List<String> columns = new ArrayList<>(List.of("last bought"));
        columns.addAll(names);
        double most =
                rows.stream()
                        .flatMap(row -> row.shares().stream())
                        .filter(share -> !share.isNaN())
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0);
        return new Chart(
                id,
                title,
                description,
                unit,
                new Chart.DataTable(columns, table),
                new HeatChart("repeat purchases", names, rows, most));
    }

    /** How long ago the last purchase was. */
    private String silence(Pasts of, int row) {
        if (row == of.silences().length - 1) {
            return "never came back";
        }
        return row == 0 ? "just now" : facts.time(of.silences()[row]) + " ago";
    }
}
