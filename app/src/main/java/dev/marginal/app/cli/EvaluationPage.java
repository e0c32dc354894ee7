package dev.marginal.app.cli;

import dev.marginal.uplift.Choice.Candidate;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Evaluation.Decile;
import dev.marginal.uplift.Evaluation.OfTreatment;
import dev.marginal.uplift.Evaluation.Point;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.storage.StoredModel;
import java.util.ArrayList;
import java.util.List;

/** What the held-out experiment says of a model, on one screen per treatment. */
final class EvaluationPage {
    private static final int WIDTH = 40;
    private static final int BUDGETS_TOLD = 5;

    private final Evaluation evaluation;
    private final Randomisation randomisation;
    private final String currency;

    EvaluationPage(StoredModel model, String currency) {
        this(model.evaluation(), model.fit().randomisation(), currency);
    }

    EvaluationPage(Evaluation evaluation, Randomisation randomisation, String currency) {
        this.evaluation = evaluation;
        this.randomisation = randomisation;
        this.currency = currency;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Evidence       " + EvidenceWords.of(evaluation.evidence()));
        List<String> lottery = new RandomisationWords(randomisation).summary();
        lines.add("Randomisation  " + lottery.get(0));
        lottery.stream().skip(1).forEach(finding -> lines.add(" ".repeat(15) + finding));
        lines.addAll(policies());
        lines.addAll(otherBudgets());
        if (!evaluation.choice().candidates().isEmpty()) {
            lines.addAll(choice());
        }
        evaluation.treatments().forEach(treatment -> lines.addAll(of(treatment)));
        return String.join("\n", lines);
    }

    private List<String> policies() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "What policies are worth %s, in %s per customer (doubly robust, on held-out customers)"
                        .formatted(budget(), currency));
        lines.add(
                "  %-40s %10s   %-20s %s"
                        .formatted("policy", "value", "95 % interval", "lead of this model"));
        lines.add(policy("this model", evaluation.model().value(), ""));
        evaluation
                .baselines()
                .forEach(
                        baseline ->
                                lines.add(
                                        policy(
                                                baseline.value().policy()
                                                        + (baseline.detail().isEmpty()
                                                                ? ""
                                                                : " (" + baseline.detail() + ")"),
                                                baseline.value().value(),
                                                interval(baseline.lead(), "%.4f"))));
        return lines;
    }

    /** About so many of the curve's points, evenly chosen. */
    private List<String> otherBudgets() {
        List<Point> points = evaluation.curve().points();
        if (points.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("What following this model is worth at other budgets");
        lines.add(
                "  %-40s %10s   %-20s %s"
                        .formatted(
                                "budget, %s per customer".formatted(currency),
                                "value",
                                "95 % interval",
                                "lead over average effects"));
        int step = Math.max(1, points.size() / BUDGETS_TOLD);
        for (int i = step - 1; i < points.size(); i += step) {
            Point point = points.get(i);
            lines.add(
                    policy(
                            "%.4f".formatted(point.budget()),
                            point.value(),
                            interval(point.lead(), "%.4f")));
        }
        return lines;
    }

    private String budget() {
        return Double.isInfinite(evaluation.budget())
                ? "without a budget"
                : "at the campaign's budget, %.4f a customer".formatted(evaluation.budget());
    }

    private static String policy(String name, Interval value, String lead) {
        return "  %-40s %10.4f   %-20s %s"
                .formatted(
                        shortened(name),
                        value.estimate(),
                        "%.4f to %.4f".formatted(value.low(), value.high()),
                        lead)
                .stripTrailing();
    }

    private List<String> choice() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "The learner was chosen by policy value, fold by fold without the fold that is judged; the best is %s"
                        .formatted(evaluation.choice().chosen()));
        lines.add(
                "  %-40s %10s   %-20s %-26s %s"
                        .formatted(
                                "learner",
                                "value",
                                "95 % interval",
                                "lead of the best",
                                "folds won"));
        evaluation.choice().candidates().forEach(candidate -> lines.add(of(candidate)));
        return lines;
    }

    private static String of(Candidate candidate) {
        return "  %-40s %10.4f   %-20s %-26s %d"
                .formatted(
                        candidate.learner()
                                + (candidate.vetoed() ? " (vetoed by its calibration)" : ""),
                        candidate.value().estimate(),
                        "%.4f to %.4f".formatted(candidate.value().low(), candidate.value().high()),
                        interval(candidate.lead(), "%.4f"),
                        candidate.foldsWon());
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
        lines.add("  " + calibration(treatment));
        lines.add(
                "  %-8s %10s %12s %12s   %s"
                        .formatted("decile", "rows", "predicted", "measured", "95 % interval"));
        treatment.deciles().forEach(decile -> lines.add(of(decile)));
        lines.addAll(MetricLines.of(treatment.metrics()));
        return lines;
    }

    private static String calibration(OfTreatment treatment) {
        Interval slope = treatment.calibration().slope();
        return Double.isNaN(slope.estimate())
                ? "calibration: all scores are equal"
                : "calibration: slope %s (1: scores are as large as effects; below: they exaggerate), error %.3f in 10 groups"
                        .formatted(interval(slope, "%.2f"), treatment.calibration().error10());
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

    private static String shortened(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
    }

    private static String interval(Interval interval, String format) {
        return (format + " (" + format + " to " + format + ")")
                .formatted(interval.estimate(), interval.low(), interval.high());
    }
}
