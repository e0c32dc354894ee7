package dev.marginal.value.report;

import dev.marginal.reports.Numbers;
import dev.marginal.reports.charts.Ink;
import dev.marginal.reports.charts.Stroke;
import dev.marginal.value.evaluation.ValueEvaluation;
import dev.marginal.value.evaluation.ValueEvaluation.Judged;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What every part of the report asks of an evaluation. */
record Facts(ValueEvaluation evaluation) {
    private static final Map<String, String> PROPER =
            Map.of("pareto_nbd", "Pareto/NBD", "bg_nbd", "BG/NBD", "boosted", "Boosted");
    private static final List<Ink> INKS = List.of(Ink.BEFORE, Ink.SOFT, Ink.INK);
    private static final List<Stroke> STROKES =
            List.of(Stroke.DASHES, Stroke.DOTS, Stroke.DASHES_AND_DOTS);

    /** How a model is drawn everywhere. */
    record Look(Ink ink, Stroke stroke) {}

    /** As papers write it. */
    static String name(String name) {
        return PROPER.getOrDefault(name, name);
    }

    /** What is to be known beside the figures, its model named as everywhere else. */
    String finding() {
        String told = evaluation.finding();
        return PROPER.entrySet().stream()
                .filter(one -> told.startsWith(one.getKey()))
                .map(one -> one.getValue() + told.substring(one.getKey().length()))
                .findFirst()
                .orElse(told);
    }

    /** By the model's place among those that were judged. */
    Look look(String model) {
        List<String> models =
                evaluation.purchases().stream().filter(Judged::model).map(Judged::name).toList();
        int place = models.indexOf(model) % INKS.size();
        return new Look(INKS.get(place), STROKES.get(place));
    }

    /** Whether anything was spent that predictions can be judged by. */
    boolean isJudged() {
        return nearest().calibration().actual() > 0;
    }

    /** The model whose amounts miss customers by least. */
    Judged nearest() {
        return smallestError(true).orElseThrow();
    }

    /** The prediction without a model whose amounts miss customers by least. */
    Judged nearestBaseline() {
        return smallestError(false).orElseThrow();
    }

    private Optional<Judged> smallestError(boolean model) {
        return evaluation.spend().stream()
                .filter(one -> one.model() == model && one.calibration() != null)
                .min(Comparator.comparingDouble(one -> one.calibration().meanAbsoluteError()));
    }

    /** The prediction, model or not, whose order of customers by amount is best. */
    Judged firstInOrder(boolean model) {
        return evaluation.spend().stream()
                .filter(one -> one.model() == model)
                .max(Comparator.comparingDouble(one -> one.discrimination().normalisedGini()))
                .orElseThrow();
    }

    String unit() {
        return evaluation.unit();
    }

    /** The holdout's length in words, such as {@code 39 weeks}. */
    String horizon() {
        return time(evaluation.horizon());
    }

    /** A stretch of time in words, such as {@code 17.4 weeks} or {@code 1 week}. */
    String time(double length) {
        String number = String.format(Locale.ROOT, "%,.1f", length).replaceFirst("[.]0$", "");
        return number + " " + unit() + (number.equals("1") ? "" : "s");
    }

    /** A mean per customer. */
    static String mean(double value) {
        return Math.abs(value) >= 100 ? Numbers.amount(value) : Numbers.fixed(value);
    }

    /** Three digits after the point; {@code —} where there is no such number. */
    static String score(double value) {
        return Double.isNaN(value) ? "—" : Numbers.thousandths(value);
    }
}
