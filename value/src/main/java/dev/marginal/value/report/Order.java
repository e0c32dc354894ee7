package dev.marginal.value.report;

import dev.marginal.reports.Html;
import dev.marginal.reports.Section;
import dev.marginal.reports.charts.BarChart;
import dev.marginal.reports.charts.BarChart.Bar;
import dev.marginal.reports.charts.Chart;
import dev.marginal.reports.charts.Ink;
import dev.marginal.value.evaluation.ValueEvaluation.Judged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who puts customers into the better order. */
record Order(Facts facts) {
    Section section() {
        return new Section(
                "order",
                "Who comes first?",
                answer(),
                List.of(
                        Section.prose(
                                Html.words(
                                        "Whoever picks a hundred customers needs their order, not the size of what they will spend. The normalised Gini asks how much of all that was spent lies with the customers who were predicted to spend most: 1 for a perfect order, about 0 for any order.")),
                        Section.picture(chart())));
    }

    private String answer() {
        List<Judged> best = inOrder();
        return "%s is the best order by amount (%s of a perfect one), then %s (%s)."
                .formatted(
                        Facts.name(best.get(0).name()),
                        gini(best.get(0)),
                        Facts.name(best.get(1).name()),
                        gini(best.get(1)));
    }

    private List<Judged> inOrder() {
        return facts.evaluation().spend().stream()
                .sorted(Comparator.comparingDouble(one -> -one.discrimination().normalisedGini()))
                .toList();
    }

    private static String gini(Judged judged) {
        return Facts.score(judged.discrimination().normalisedGini());
    }

    private Chart chart() {
        List<Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Judged one : inOrder()) {
            bars.add(
                    new Bar(
                            Facts.name(one.name()),
                            one.discrimination().normalisedGini(),
                            gini(one),
                            one.model() ? Ink.NOW : Ink.BEFORE,
                            one.model()));
            Judged often = ofPurchases(one.name());
            rows.add(
                    List.of(
                            Facts.name(one.name()),
                            gini(one),
                            Facts.score(one.discrimination().spearman()),
                            gini(often),
                            Facts.score(often.discrimination().spearman())));
        }
        return new Chart(
                "orders",
                "How good each order of customers is",
                "The normalised Gini of every prediction by amount, models and predictions that take no model, the best first.",
                "normalised Gini by amount; in blue and bold models, in orange predictions that take none",
                new Chart.DataTable(
                        List.of(
                                "order by",
                                "Gini, amount",
                                "Spearman, amount",
                                "Gini, purchases",
                                "Spearman, purchases"),
                        rows),
                new BarChart(bars));
    }

    private Judged ofPurchases(String name) {
        return facts.evaluation().purchases().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
