package dev.marginal.app.cli;

import dev.marginal.uplift.Inspection;
import dev.marginal.uplift.Inspection.Importance;
import dev.marginal.uplift.Inspection.OfTreatment;
import dev.marginal.uplift.Inspection.Segment;
import java.util.ArrayList;
import java.util.List;

/** What decides a model's uplift, and what the experiment measured for whom. */
final class InspectionPage {
    private static final int MOST_FEATURES = 10;
    private static final int MOST_SEGMENTED = 5;
    private static final int NAME = 30;
    private static final double HARDLY = 0.005;

    private final Inspection inspection;
    private final String currency;

    InspectionPage(Inspection inspection, String currency) {
        this.inspection = inspection;
        this.currency = currency;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        inspection.treatments().forEach(treatment -> lines.addAll(of(treatment)));
        lines.add("");
        lines.add(stars());
        lines.add(
                "Segments overlap: who differs in one feature often differs in others. Importance tells what the model uses,");
        lines.add("not what would happen if the feature changed.");
        return String.join("\n", lines);
    }

    private String stars() {
        boolean any =
                inspection.treatments().stream()
                        .flatMap(treatment -> treatment.segments().stream())
                        .anyMatch(Segment::standsOut);
        return (any
                        ? "* differs from all others by more than chance explains, though %,d segments were looked at (Holm, 5 %%)."
                        : "None of %,d segments differs from all others by more than chance explains, so many being looked at (Holm, 5 %%).")
                .formatted(inspection.segments());
    }

    private List<String> of(OfTreatment treatment) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(treatment.treatment() + ": what decides its uplift, as the model sees it");
        lines.add("  " + fidelity(treatment));
        lines.add(
                "  %-30s %24s %16s"
                        .formatted("feature", "moves it by, " + currency, "share of gain"));
        treatment.importance().stream()
                .limit(MOST_FEATURES)
                .filter(feature -> feature.gain() >= HARDLY)
                .forEach(feature -> lines.add(of(feature)));
        lines.add("");
        lines.add(
                "%s: effect measured on held-out customers, %s per customer"
                        .formatted(treatment.treatment(), currency));
        lines.add("  %-52s %10s %10s   %s".formatted("segment", "rows", "effect", "95 % interval"));
        treatment.importance().stream()
                .limit(MOST_SEGMENTED)
                .flatMap(
                        feature ->
                                treatment.segments().stream()
                                        .filter(one -> one.feature().equals(feature.feature())))
                .forEach(segment -> lines.add(of(segment)));
        return lines;
    }

    private static String fidelity(OfTreatment treatment) {
        return Double.isNaN(treatment.fidelity())
                ? "the model gives everybody the same uplift"
                : "by a small forest that retells the model's uplift with R² %.2f on other rows"
                        .formatted(treatment.fidelity());
    }

    private static String of(Importance feature) {
        return "  %-30s %24.3f %14.0f %%"
                .formatted(
                        shortened(feature.feature(), NAME),
                        feature.contribution(),
                        100 * feature.gain());
    }

    private static String of(Segment segment) {
        return "  %-52s %,10d %10.3f   %s%s"
                .formatted(
                        shortened(segment.feature() + ": " + segment.values(), 52),
                        segment.rows(),
                        segment.effect().estimate(),
                        Double.isNaN(segment.effect().low())
                                ? "too few to tell"
                                : "%.3f to %.3f"
                                        .formatted(segment.effect().low(), segment.effect().high()),
                        segment.standsOut() ? " *" : "");
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
