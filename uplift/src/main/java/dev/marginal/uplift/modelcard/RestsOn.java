package dev.marginal.uplift.modelcard;

import dev.marginal.uplift.Inspection;
import dev.marginal.uplift.Inspection.OfTreatment;
import dev.marginal.uplift.Inspection.Segment;
import dev.marginal.uplift.Origin;
import java.util.List;

/** What a model's uplift rests on, and for whom it was measured. */
record RestsOn(Origin origin, Inspection inspection) {
    private static final int FEATURES = 10;

    void write(Card card) {
        card.chapter("What its uplift rests on");
        card.paragraph(
                "By a small forest per treatment that retells the model's uplift: how far a feature moves it on"
                        + " average, up or down (mean absolute SHAP value, in "
                        + origin.currency()
                        + "), and its share of the gain of all splits. This is what the model uses, not what"
                        + " would happen if the feature changed.");
        card.head("treatment", "feature", "moves it by", "share of gain", "fidelity (R²)");
        inspection.treatments().forEach(treatment -> importance(treatment, card));
        card.chapter("For whom the effect was measured to differ");
        card.paragraph(
                Card.format(
                        "Of %,d segments looked at, these differ from all others by more than chance explains"
                                + " (Holm, 5 %%). Effects are doubly robust, in %s per customer, with 95 %% intervals;"
                                + " inspection.json has every segment.",
                        inspection.segments(), origin.currency()));
        card.head("treatment", "segment", "rows", "effect");
        inspection.treatments().forEach(treatment -> segments(treatment, card));
    }

    private static void importance(OfTreatment treatment, Card card) {
        treatment.importance().stream()
                .limit(FEATURES)
                .forEach(
                        feature ->
                                card.row(
                                        treatment.treatment(),
                                        feature.feature(),
                                        Card.number(feature.contribution()),
                                        Card.format("%.1f %%", 100 * feature.gain()),
                                        Card.number(treatment.fidelity())));
    }

    private static void segments(OfTreatment treatment, Card card) {
        List<Segment> remarkable =
                treatment.segments().stream().filter(Segment::standsOut).toList();
        if (remarkable.isEmpty()) {
            card.row(treatment.treatment(), "none", "", "");
        }
        remarkable.forEach(
                segment ->
                        card.row(
                                treatment.treatment(),
                                segment.feature() + ": " + segment.values(),
                                Card.format("%,d", segment.rows()),
                                Card.interval(segment.effect())));
    }
}
