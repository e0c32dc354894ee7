package dev.marginal.benchmarks.forecasting;

import static dev.marginal.benchmarks.reports.Figures.NONE;
import static dev.marginal.benchmarks.reports.Figures.format;

import dev.marginal.benchmarks.processes.Finding;
import dev.marginal.benchmarks.reports.MarkdownTable;
import dev.marginal.benchmarks.statistics.Proportion;
import dev.marginal.benchmarks.statistics.Repeats;
import dev.marginal.uplift.Interval;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How often forecasts covered, and how much was overpromised. */
final class ForecastTable {
    private static final String REMARKS =
            """
            Planted campaigns (`PlantedCampaign`), each planned from its files as `marginal plan` does: a push and two coupon
            tiers, a budget that binds, at most two contacts, a cap on pushes. Covered: the share of campaigns in which what
            the plan's sends truly earn lies inside the 95 % interval of the plan's own forecast, with the interval of that share
            (Clopper and Pearson); the target is 93 to 97 %. Above and below: the truth lay above, or below, the interval. The
            other columns are medians over the campaigns, with quartiles in brackets: of the forecast and of the model's
            own claim over the truth of the same plan; of the claim over the truth of greedy sends by predicted value per cost;
            and of the interval's half width over the truth. Plans without sends have no such ratios.

            """;

    private ForecastTable() {}

    static String of(Map<String, List<Finding>> rows) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "learner, world",
                        "campaigns",
                        "covered",
                        "above",
                        "below",
                        "forecast / truth",
                        "model's claim / truth",
                        "greedy's claim / truth",
                        "half width / truth");
        rows.forEach((name, findings) -> row(table, name, findings));
        List<Finding> all = rows.values().stream().flatMap(List::stream).toList();
        return REMARKS + table + Finding.troubles(all);
    }

    private static void row(MarkdownTable table, String name, List<Finding> findings) {
        List<Forecasted> all =
                findings.stream()
                        .flatMap(finding -> finding.facts().texts("campaign").stream())
                        .map(Forecasted::parse)
                        .toList();
        int without = findings.stream().mapToInt(f -> f.facts().texts("without").size()).sum();
        if (all.isEmpty()) {
            return;
        }
        table.row(
                name,
                all.size() + (without == 0 ? "" : ", %d without a forecast".formatted(without)),
                covered(all),
                all.stream().filter(one -> one.truth() > one.high()).count() + "",
                all.stream().filter(one -> one.truth() < one.low()).count() + "",
                quartiles(all, one -> one.forecast() / one.truth()),
                quartiles(all, one -> one.claim() / one.truth()),
                quartiles(all, one -> one.greedyClaim() / one.greedyTruth()),
                quartiles(all, one -> (one.high() - one.low()) / 2 / one.truth()));
    }

    private static String covered(List<Forecasted> all) {
        int covered = (int) all.stream().filter(Forecasted::covers).count();
        Interval share = Proportion.of(covered, all.size()).times(100);
        return format("%.1f %% (%.1f to %.1f)", share.estimate(), share.low(), share.high());
    }

    private static String quartiles(List<Forecasted> all, ToDoubleFunction<Forecasted> ratio) {
        double[] sorted =
                all.stream().mapToDouble(ratio).filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0
                ? NONE
                : format(
                        "%.2f (%.2f to %.2f)",
                        new Repeats(sorted).median(),
                        sorted[sorted.length / 4],
                        sorted[sorted.length * 3 / 4]);
    }
}
