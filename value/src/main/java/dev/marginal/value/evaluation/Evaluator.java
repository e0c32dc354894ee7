package dev.marginal.value.evaluation;

import dev.marginal.tables.Requires;
import dev.marginal.value.evaluation.ValueEvaluation.Group;
import dev.marginal.value.evaluation.ValueEvaluation.Judged;
import dev.marginal.value.log.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Judges predictions by a holdout in time. */
public final class Evaluator {
    private static final int MOST_FREQUENT = 7;

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
                byFrequency(split, candidates.get(0).purchases()),
                "");
    }

    private static Judged judged(Baseline baseline, double[] predicted, double[] actual) {
        return baseline.ranksAlone()
                ? new Judged(baseline.name(), false, Ranks.of(predicted, actual), null)
                : judged(baseline.name(), false, predicted, actual);
    }

    private static Judged judged(String name, boolean model, double[] predicted, double[] actual) {
        return new Judged(name, model, Ranks.of(predicted, actual), Sizes.of(predicted, actual));
    }

    private static List<Group> byFrequency(Split split, double[] predicted) {
        double[] expected = new double[MOST_FREQUENT + 1];
        long[] held = new long[MOST_FREQUENT + 1];
        int[] customers = new int[MOST_FREQUENT + 1];
        for (int row = 0; row < predicted.length; row++) {
            int group = Math.min(MOST_FREQUENT, split.calibration().frequency()[row]);
            expected[group] += predicted[row];
            held[group] += split.heldPurchases()[row];
            customers[group]++;
        }
        return IntStream.rangeClosed(0, MOST_FREQUENT)
                .filter(group -> customers[group] > 0)
                .mapToObj(
                        group ->
                                new Group(
                                        group == MOST_FREQUENT ? group + "+" : group + "",
                                        customers[group],
                                        expected[group] / customers[group],
                                        (double) held[group] / customers[group]))
                .toList();
    }
}
