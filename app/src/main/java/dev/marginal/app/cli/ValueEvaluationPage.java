package dev.marginal.app.cli;

import dev.marginal.value.evaluation.ValueEvaluation;
import dev.marginal.value.evaluation.ValueEvaluation.Calibration;
import dev.marginal.value.evaluation.ValueEvaluation.Group;
import dev.marginal.value.evaluation.ValueEvaluation.Judged;
import dev.marginal.value.log.TransactionLog;
import java.util.ArrayList;
import java.util.List;

/** What a holdout says of models, on one screen. */
record ValueEvaluationPage(ValueEvaluation evaluation, TransactionLog log) {
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(new LogWords(log.tally(), log.settings()).lines());
        lines.add(
                "Judged       %,d customers known on %s, by the %.1f %ss until %s, in which %,d of them bought"
                        .formatted(
                                evaluation.customers(),
                                evaluation.until(),
                                evaluation.horizon(),
                                evaluation.unit(),
                                evaluation.end(),
                                evaluation.buyers()));
        lines.addAll(table("Number of purchases", evaluation.purchases(), "%,.1f"));
        lines.addAll(table("What they amount to", evaluation.spend(), "%,.0f"));
        if (!evaluation.finding().isEmpty()) {
            lines.add("");
            lines.add(evaluation.finding());
        }
        String first = evaluation.purchases().get(0).name();
        lines.addAll(
                groups("Purchases by repeat purchases before, " + first, evaluation.byFrequency()));
        lines.addAll(
                groups(
                        "Amount by tenths of its prediction, " + first,
                        evaluation.spend().get(0).calibration().deciles()));
        return String.join("\n", lines);
    }

    private static List<String> table(String title, List<Judged> all, String size) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(title);
        lines.add(
                "  %-16s %10s %10s   %14s %14s %8s %12s"
                        .formatted(
                                "",
                                "norm. Gini",
                                "Spearman",
                                "predicted",
                                "happened",
                                "ratio",
                                "mean error"));
        all.forEach(each -> lines.add(line(each, size)));
        return lines;
    }

    private static String line(Judged judged, String size) {
        String order =
                "  %-16s %10.3f %10.3f"
                        .formatted(
                                judged.name(),
                                judged.discrimination().normalisedGini(),
                                judged.discrimination().spearman());
        Calibration calibration = judged.calibration();
        return calibration == null
                ? order + "   an order alone"
                : order
                        + "   %14s %14s %8.3f %12.3f"
                                .formatted(
                                        size.formatted(calibration.predicted()),
                                        size.formatted(calibration.actual()),
                                        calibration.ratio(),
                                        calibration.meanAbsoluteError());
    }

    private static List<String> groups(String title, List<Group> groups) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(title);
        lines.add("  %-8s %10s %12s %12s".formatted("", "customers", "predicted", "happened"));
        groups.forEach(
                group ->
                        lines.add(
                                "  %-8s %,10d %12.3f %12.3f"
                                        .formatted(
                                                group.name(),
                                                group.customers(),
                                                group.predicted(),
                                                group.actual())));
        return lines;
    }
}
