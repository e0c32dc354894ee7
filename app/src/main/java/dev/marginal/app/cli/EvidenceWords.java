package dev.marginal.app.cli;

import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Evaluation.Baseline;
import dev.marginal.uplift.Evaluation.OfTreatment;
import dev.marginal.uplift.Evidence;
import dev.marginal.uplift.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the experiment says of a model, in a line each, for a marketer. */
final class EvidenceWords {
    private EvidenceWords() {}

    static String of(Evidence evidence) {
        return switch (evidence) {
            case CLEAR ->
                    "clear: on held-out customers, following this model earns more than any plan without a model";
            case WEAK ->
                    "weak: on held-out customers, following this model earns more than plans without a model, but not surely";
            case NONE ->
                    "none: held-out customers show no sure gain from following this model; random sends may earn as much";
        };
    }

    /** What following the model is worth, and how far that leads what needs no model. */
    static List<String> policyValue(Evaluation evaluation, String currency) {
        Interval value = evaluation.model().value();
        List<String> lines = new ArrayList<>();
        lines.add(
                "%.4f %s per held-out customer at this budget, 95 %% interval %.4f to %.4f"
                        .formatted(value.estimate(), currency, value.low(), value.high()));
        evaluation.baselines().stream()
                .filter(baseline -> !baseline.needsScores())
                .forEach(baseline -> lines.add(lead(baseline)));
        return lines;
    }

    private static String lead(Baseline baseline) {
        return "lead over %s %.4f (%.4f to %.4f)"
                .formatted(
                        baseline.value().policy(),
                        baseline.lead().estimate(),
                        baseline.lead().low(),
                        baseline.lead().high());
    }

    /** Whether scores are as large as effects. */
    static List<String> calibration(Evaluation evaluation) {
        return List.of(
                "slopes "
                        + evaluation.treatments().stream()
                                .map(EvidenceWords::slope)
                                .collect(Collectors.joining(", ")),
                "1 says that scores are as large as effects, below 1 that they exaggerate");
    }

    private static String slope(OfTreatment treatment) {
        Interval slope = treatment.calibration().slope();
        return Double.isFinite(slope.low())
                ? "%s %.2f (%.2f to %.2f)"
                        .formatted(
                                treatment.treatment(), slope.estimate(), slope.low(), slope.high())
                : treatment.treatment() + " unknown (all scores are equal)";
    }
}
