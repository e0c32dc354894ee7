package dev.marginal.uplift.modelcard;

import dev.marginal.uplift.Choice.Candidate;
import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Evaluation.Baseline;
import dev.marginal.uplift.Evaluation.OfTreatment;
import dev.marginal.uplift.Origin;
import java.util.Locale;

/** What the experiment says of a model. */
record Judged(Origin origin, CrossFit fit, Evaluation evaluation) {
    void write(Card card) {
        evidence(card);
        calibration(card);
        if (!evaluation.choice().candidates().isEmpty()) {
            choice(card);
        }
    }

    private void evidence(Card card) {
        card.chapter("What the experiment says of it");
        card.item("Evidence", evaluation.evidence().name().toLowerCase(Locale.ROOT));
        card.item(
                "Policy value",
                value() + ", doubly robust, on customers whom the models never saw");
        card.item("Budget", budget());
        card.head("policy", "value per customer", "the model's lead");
        card.row("this model", Card.interval(evaluation.model().value()), "");
        evaluation.baselines().forEach(baseline -> card.row(cells(baseline)));
    }

    private String value() {
        return Card.interval(evaluation.model().value())
                + " "
                + origin.currency()
                + " per customer";
    }

    private String budget() {
        return Double.isInfinite(evaluation.budget())
                ? "none: policies were judged as if every send could be paid"
                : Card.format("%,.4f %s per customer", evaluation.budget(), origin.currency());
    }

    private static String[] cells(Baseline baseline) {
        String detail = baseline.detail().isEmpty() ? "" : " (" + baseline.detail() + ")";
        return new String[] {
            baseline.value().policy() + detail,
            Card.interval(baseline.value().value()),
            Card.interval(baseline.lead())
        };
    }

    private void calibration(Card card) {
        card.chapter("Whether its scores are as large as effects");
        card.paragraph(
                "A slope of 1 says that scores are right, below 1 that they exaggerate, 0 that they say nothing.");
        card.head(
                "treatment",
                "rows",
                "average effect",
                "mean score",
                "slope",
                "calibration error, 10 groups");
        evaluation.treatments().forEach(treatment -> card.row(cells(treatment)));
    }

    private static String[] cells(OfTreatment treatment) {
        return new String[] {
            treatment.treatment(),
            Card.format("%,d", treatment.treatedRows()),
            Card.interval(treatment.averageEffect()),
            Card.number(treatment.calibration().predicted()),
            Card.interval(treatment.calibration().slope()),
            Card.number(treatment.calibration().error10())
        };
    }

    private void choice(Card card) {
        card.chapter("How the learner was chosen");
        card.paragraph(
                "By doubly robust policy value at the campaign's own budget, fold by fold without the fold that is"
                        + " judged: the policy value above is not the best of several tries. The values here are.");
        card.head(
                "learner", "value per customer", "lead of the best", "loss", "slope", "folds won");
        for (Candidate one : evaluation.choice().candidates()) {
            card.row(
                    one.learner() + (one.vetoed() ? " (vetoed by its calibration)" : ""),
                    Card.interval(one.value()),
                    Card.interval(one.lead()),
                    Card.number(one.loss()),
                    Card.interval(one.slope()),
                    one.foldsWon() + "");
        }
    }
}
