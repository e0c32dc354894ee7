package dev.marginal.value.evaluation;

import dev.marginal.tables.Requires;
import dev.marginal.value.Histories;
import dev.marginal.value.PurchaseModel;
import dev.marginal.value.evaluation.ValueCurves.Grouped;
import dev.marginal.value.evaluation.ValueEvaluation.Judged;
import dev.marginal.value.log.DailyRepeats;
import dev.marginal.value.log.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Judges predictions by a holdout in time. */
public final class Evaluator {
    private Evaluator() {}

    /**
     * What the holdout says.
     *
     * @param candidates at least one; row-aligned with the split's calibration
     */
    public static ValueEvaluation evaluate(Split split, List<Candidate> candidates) {
        Requires.positive(candidates.size(), "candidates");
        double[] purchases = IntStream.of(split.heldPurchases()).asDoubleStream().toArray();
        List<Judged> ofPurchases = new ArrayList<>();
        List<Judged> ofSpend = new ArrayList<>();
        for (Candidate candidate : candidates) {
            ofPurchases.add(judged(candidate.name(), true, candidate.purchases(), purchases));
            ofSpend.add(judged(candidate.name(), true, candidate.value(), split.heldSpend()));
        }
        for (Baseline baseline : Baselines.of(split)) {
            ofPurchases.add(judged(baseline, baseline.purchases(), purchases));
            ofSpend.add(judged(baseline, baseline.spend(), split.heldSpend()));
        }
        return new ValueEvaluation(
                split.calibration().until().toString(),
                split.end().toString(),
                split.horizon(),
                split.calibration().unit().word(),
                split.calibration().rows(),
                (int) IntStream.of(split.heldPurchases()).filter(held -> held > 0).count(),
                ofPurchases,
                ofSpend,
                ByFrequency.of(split, candidates.get(0).purchases()),
                "");
    }

    /**
     * What there is to draw of the same.
     *
     * @param repeats of the calibration's customers, until the end of the holdout
     */
    public static ValueCurves curves(
            Split split, DailyRepeats repeats, List<Candidate> candidates) {
        List<PurchaseModel> models =
                candidates.stream().flatMap(candidate -> candidate.model().stream()).toList();
        Histories calibration = split.calibration();
        return new ValueCurves(
                Tracking.of(calibration, repeats, models),
                candidates.stream()
                        .map(one -> new Grouped(one.name(), ByFrequency.of(split, one.purchases())))
                        .toList(),
                models.stream()
                        .map(model -> Pasts.of(model, calibration, split.horizon()))
                        .toList());
    }

    private static Judged judged(Baseline baseline, double[] predicted, double[] actual) {
        return baseline.ranksAlone()
                ? new Judged(baseline.name(), false, Ranks.of(predicted, actual), null)
                : judged(baseline.name(), false, predicted, actual);
    }

    private static Judged judged(String name, boolean model, double[] predicted, double[] actual) {
        return new Judged(name, model, Ranks.of(predicted, actual), Sizes.of(predicted, actual));
    }
}
