package dev.marginal.app.cli;

import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Evaluation.Decile;
import dev.marginal.uplift.Evaluation.Metric;
import dev.marginal.uplift.Evaluation.OfTreatment;
import dev.marginal.uplift.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the held-out experiment says of a model, on one screen per treatment. */
final class EvaluationPage {
    private final Evaluation evaluation;
    private final String currency;

    EvaluationPage(Evaluation evaluation, String currency) {
        this.evaluation = evaluation;
        this.currency = currency;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        Interval gain = evaluation.targetingGain();
        lines.add(
                "Evidence that targeting by this model beats chance: %s; gain %.4f %s per customer, 95 %% interval %.4f to %.4f"
                        .formatted(
                                evaluation.evidence().name().toLowerCase(Locale.ROOT),
                                gain.estimate(),
                                currency,
                                gain.low(),
                                gain.high()));
        evaluation.treatments().forEach(treatment -> lines.addAll(of(treatment)));
        return String.join("\n", lines);
    }

    private List<String> of(OfTreatment treatment) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "%s: %,d rows against %,d of the control; average effect %s %s per customer"
                        .formatted(
                                treatment.treatment(),
                                treatment.treatedRows(),
                                treatment.controlRows(),
                                interval(treatment.averageEffect(), "%.3f"),
                                currency));
        lines.add(
                "  %-8s %10s %12s %12s   %s"
                        .formatted("decile", "rows", "predicted", "measured", "95 % interval"));
        treatment.deciles().forEach(decile -> lines.add(of(decile)));
        lines.add(
                "  %-50s %10s   %-20s %s"
                        .formatted(
                                "ranking metric", "value", "95 % interval", "lead of the model"));
        treatment.metrics().forEach(metric -> lines.addAll(of(metric)));
        return lines;
    }

    private static String of(Decile decile) {
        return "  %-8d %,10d %12.3f %12.3f   %.3f to %.3f"
                .formatted(
                        decile.number(),
                        decile.rows(),
                        decile.predicted(),
                        decile.measured().estimate(),
                        decile.measured().low(),
                        decile.measured().high());
    }

    private static List<String> of(Metric metric) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "  %-50s %10.4f   %.4f to %.4f"
                        .formatted(
                                metric.name(),
                                metric.model().estimate(),
                                metric.model().low(),
                                metric.model().high()));
        metric.neighbours()
                .forEach(
                        neighbour ->
                                lines.add(
                                        "    %-48s %10.4f   %-20s %s"
                                                .formatted(
                                                        neighbour.name(),
                                                        neighbour.value(),
                                                        "",
                                                        interval(neighbour.lead(), "%.4f"))));
        return lines;
    }

    private static String interval(Interval interval, String format) {
        return (format + " (" + format + " to " + format + ")")
                .formatted(interval.estimate(), interval.low(), interval.high());
    }
}
