package dev.marginal.value.report;

import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.Opening;
import dev.marginal.value.evaluation.ValueEvaluation;
import dev.marginal.value.evaluation.ValueEvaluation.Calibration;
import dev.marginal.value.evaluation.ValueEvaluation.Judged;
import java.util.ArrayList;
import java.util.List;

/** How much of what came was predicted, by whom, and whether that beats what anybody could say. */
record Headline(Facts facts) {
    private static final double NEAR = 0.05;

    Html html() {
        ValueEvaluation evaluation = facts.evaluation();
        Judged nearest = facts.nearest();
        List<Html> parts = new ArrayList<>();
        parts.add(
                Opening.title(
                        "Customer value: what %s to %s brought, beside what was predicted on %s"
                                .formatted(
                                        evaluation.until(), evaluation.end(), evaluation.until())));
        parts.addAll(facts.isJudged() ? judged(nearest) : nothing(nearest));
        if (!evaluation.finding().isEmpty()) {
            parts.add(Opening.alarm(facts.finding()));
        }
        parts.add(Opening.numbers(numbers(nearest)));
        return Html.all(parts);
    }

    private List<Html> judged(Judged nearest) {
        return List.of(
                Opening.big(
                        Numbers.percent(nearest.calibration().ratio()),
                        " of what customers then spent was predicted"),
                Opening.lead(predicted(nearest)),
                Html.words(
                        Html.tag("strong", "How much? "), sizes(nearest, facts.nearestBaseline())),
                Html.words(Html.tag("strong", "Who comes first? "), order()));
    }

    private List<Html> nothing(Judged nearest) {
        return List.of(
                Opening.big("0", " was spent by customers who were known"),
                Opening.lead(
                        "Nobody who was known on %s spent anything in the %s after it, so that no prediction can be judged. %s predicted %s. Maybe the log ends earlier: give another day with --end."
                                .formatted(
                                        facts.evaluation().until(),
                                        facts.horizon(),
                                        Facts.name(nearest.name()),
                                        Numbers.amount(nearest.calibration().predicted()))));
    }

    private String predicted(Judged nearest) {
        Calibration amounts = nearest.calibration();
        return "%s knew the log until %s and said what the %s customers of that day would spend in the next %s: %s. They spent %s.%s"
                .formatted(
                        Facts.name(nearest.name()),
                        facts.evaluation().until(),
                        Numbers.count(facts.evaluation().customers()),
                        facts.horizon(),
                        Numbers.amount(amounts.predicted()),
                        Numbers.amount(amounts.actual()),
                        side(amounts.ratio()));
    }

    private static String side(double ratio) {
        if (Math.abs(ratio - 1) <= NEAR) {
            return " That is close.";
        }
        return ratio < 1 ? " That is too little." : " That is too much.";
    }

    private static String sizes(Judged nearest, Judged baseline) {
        double error = nearest.calibration().meanAbsoluteError();
        double without = baseline.calibration().meanAbsoluteError();
        return "%s misses a customer's amount by %s on average, less than any other model. %s"
                .formatted(
                        Facts.name(nearest.name()),
                        Facts.mean(error),
                        error < without
                                ? "Without a model, '%s' misses by %s."
                                        .formatted(baseline.name(), Facts.mean(without))
                                : "But '%s', which takes no model, misses by no more than %s."
                                        .formatted(baseline.name(), Facts.mean(without)));
    }

    private String order() {
        Judged model = facts.firstInOrder(true);
        Judged other = facts.firstInOrder(false);
        double of = model.discrimination().normalisedGini();
        double without = other.discrimination().normalisedGini();
        return "The best order by a model is that of %s: %s of a perfect one. %s"
                .formatted(
                        Facts.name(model.name()),
                        Facts.score(of),
                        of > without
                                ? "Without a model, '%s' comes to %s."
                                        .formatted(other.name(), Facts.score(without))
                                : "But '%s', which takes no model, comes to %s: for an order alone it does as well."
                                        .formatted(other.name(), Facts.score(without)));
    }

    private List<Html> numbers(Judged nearest) {
        ValueEvaluation evaluation = facts.evaluation();
        Calibration purchases =
                evaluation.purchases().stream()
                        .filter(one -> one.name().equals(nearest.name()))
                        .findFirst()
                        .orElseThrow()
                        .calibration();
        return List.of(
                Opening.number(
                        "Customers",
                        Numbers.count(evaluation.customers()),
                        "known on " + evaluation.until()),
                Opening.number(
                        "Bought again",
                        Numbers.percent((double) evaluation.buyers() / evaluation.customers()),
                        "of them, in the " + facts.horizon()),
                Opening.number(
                        "Purchases",
                        Numbers.count(Math.round(purchases.actual())),
                        "predicted: " + Numbers.count(Math.round(purchases.predicted()))),
                Opening.number(
                        "Amounts",
                        Numbers.amount(nearest.calibration().actual()),
                        "predicted: " + Numbers.amount(nearest.calibration().predicted())));
    }
}
