package dev.marginal.uplift.evaluation;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Evaluation.OfTreatment;
import dev.marginal.uplift.Evidence;
import dev.marginal.uplift.Execution;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says what the experiment thinks of a model: average effects, effects by decile, and metrics
 * beside those of simple rankings, all out of fold and with 95 % intervals.
 *
 * <p>Average and decile effects are means of doubly robust effects; their intervals and the
 * bootstrap take each customer, not each row, as one observation. The metrics of scikit-uplift and
 * causalml take the arms as randomised; {@code qini.grf} uses the propensities.
 */
public final class Evaluator {
    private static final int REPLICATES = 200;
    private static final double Z_95 = 1.959963984540054;
    private static final double Z_80 = 1.2815515655446004;

    private final Bootstrap bootstrap;
    private final int replicates;

    /** Two hundred bootstrap replicates. */
    public Evaluator(long seed, Execution execution) {
        this(seed, REPLICATES, execution);
    }

    /**
     * With this many bootstrap replicates.
     *
     * @param replicates at least 2
     */
    public Evaluator(long seed, int replicates, Execution execution) {
        Requires.require(replicates >= 2, "replicates", replicates, "at least 2");
        this.bootstrap = new Bootstrap(seed, replicates, execution);
        this.replicates = replicates;
    }

    /**
     * Evaluates out-of-fold scores.
     *
     * @param outOfFold of the rows of {@code history}, in order
     */
    public Evaluation evaluate(CampaignHistory history, OutOfFoldScores outOfFold) {
        Requires.require(
                outOfFold.rows() == history.rows(),
                "rows out of fold",
                outOfFold.rows(),
                history.rows() + ", as in the history");
        Sample sample = Sample.of(history, outOfFold);
        List<Comparison> comparisons =
                IntStream.range(0, history.treatments().size())
                        .mapToObj(sample::comparison)
                        .toList();
        List<Statistic> statistics = new ArrayList<>();
        statistics.add(weight -> targetingGain(comparisons, weight));
        comparisons.forEach(comparison -> statistics.addAll(comparison.statistics()));
        Estimates estimates = bootstrap.run(statistics, sample.weight(), sample.clusters());
        return new Evaluation(
                history.rows(),
                sample.clusters().count(),
                replicates,
                evidence(estimates.of(0), estimates.standardError(0)),
                estimates.interval(0),
                ofTreatments(sample, comparisons, estimates));
    }

    /** The verdict on a targeting gain; {@link Evidence} says what it means. */
    static Evidence evidence(double gain, double standardError) {
        if (gain > Z_95 * standardError) {
            return Evidence.CLEAR;
        }
        return gain > Z_80 * standardError ? Evidence.WEAK : Evidence.NONE;
    }

    private static List<OfTreatment> ofTreatments(
            Sample sample, List<Comparison> comparisons, Estimates estimates) {
        List<OfTreatment> treatments = new ArrayList<>();
        int first = 1;
        for (int t = 0; t < comparisons.size(); t++) {
            Comparison comparison = comparisons.get(t);
            treatments.add(
                    new OfTreatment(
                            sample.history().treatments().get(t),
                            sample.history().rowsOf(t + 1).length,
                            sample.history().rowsOf(0).length,
                            sample.averageEffect(t),
                            sample.deciles(t, comparison.model()),
                            comparison.metrics(estimates, first)));
            first += comparison.statistics().size();
        }
        return treatments;
    }

    private static double targetingGain(List<Comparison> comparisons, double[] weight) {
        return comparisons.stream()
                .mapToDouble(comparison -> comparison.targetingGain(weight))
                .average()
                .orElseThrow();
    }
}
