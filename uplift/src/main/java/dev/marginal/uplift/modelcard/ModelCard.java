package dev.marginal.uplift.modelcard;

import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Inspection;
import dev.marginal.uplift.Origin;

/** A model on two pages of Markdown; the same model has the same card, byte by byte. */
public final class ModelCard {
    private ModelCard() {}

    /** The card of a model. */
    public static String of(
            Origin origin, CrossFit fit, Evaluation evaluation, Inspection inspection) {
        Card card = new Card();
        card.title("Uplift model of campaign " + origin.campaign());
        new LearntFrom(origin, fit, inspection).write(card);
        new Judged(origin, fit, evaluation).write(card);
        new RestsOn(origin, inspection).write(card);
        new Trust(fit, evaluation).write(card);
        return card.text();
    }
}
