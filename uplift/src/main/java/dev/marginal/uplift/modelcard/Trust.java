package dev.marginal.uplift.modelcard;

import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Evidence;
import dev.marginal.uplift.Randomisation.Source;
import dev.marginal.uplift.Randomisation.Verdict;

/** What has to be true for a model to be right, what it is for, and what it is not for. */
record Trust(CrossFit fit, Evaluation evaluation) {
    void write(Card card) {
        assumptions(card);
        card.chapter("What it is for");
        card.paragraph(
                "To choose whom to send which of its treatments, and to forecast what that adds, for customers like"
                        + " those of the history, in a season like its season, at budgets near the one that it was"
                        + " judged at.");
        card.chapter("What it is not for");
        if (fit.randomisation().verdict() == Verdict.BROKEN) {
            card.paragraph(
                    "Anything, before the findings on who got which arm are explained: with a broken lottery its"
                            + " estimates are not to be trusted.");
        }
        if (evaluation.evidence() == Evidence.NONE) {
            card.paragraph(
                    "Targeting: on held-out customers it has not been shown to beat sends at random.");
        }
        card.paragraph(
                "Decisions about single customers that matter to them beyond an advertisement: scores are averages"
                        + " over like customers. Customers unlike all of the history (the plan tells how many). Prices,"
                        + " credit, employment, or anything that the experiment did not test.");
    }

    private void assumptions(Card card) {
        card.chapter("What has to be true");
        card.item(
                "No interference",
                "what one customer gets does not change what another buys (SUTVA); coupons that are shared, or goods"
                        + " that sell out, break this");
        card.item(
                "Positivity",
                "every kind of customer could have got every arm; effective rows above tell how far this holds");
        card.item("No hidden confounders", confounders());
        card.item(
                "Additivity",
                "effects of several sends to one customer add up; an experiment with one treatment each cannot check"
                        + " it");
        card.item("Stability", "customers respond tomorrow as they did in the history");
    }

    private String confounders() {
        return fit.randomisation().source() == Source.ESTIMATED
                ? "who got which arm depends on the features alone. This cannot be checked: what the features do not"
                        + " tell biases every number here"
                : "who got which arm was drawn by lot, with the propensities above";
    }
}
