package dev.marginal.uplift.evaluation;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Evaluation.Metric;
import dev.marginal.uplift.Evaluation.OfTreatment;
import dev.marginal.uplift.Evidence;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.ArrayList;
import java.util.List;

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
        List<Estimates> estimates = new ArrayList<>();
        List<OfTreatment> treatments = new ArrayList<>();
        List<SingleFeature> features = SingleFeature.best(sample);
        for (int t = 0; t < features.size(); t++) {
            Ranking model = Ranking.by(outOfFold.scores().uplift()[t]);
            Comparison comparison = Comparison.of(sample, t, model, features.get(t));
            Estimates ofTreatment =
                    bootstrap.run(comparison::statistics, sample.clusters().count());
            estimates.add(ofTreatment);
            treatments.add(ofTreatment(sample, t, model, comparison.metrics(ofTreatment)));
        }
        Estimates gain = Estimates.mean(estimates, Comparison.TARGETING_GAIN);
        return new Evaluation(
                history.rows(),
                sample.clusters().count(),
                replicates,
                evidence(gain.of(0), gain.standardError(0)),
                gain.interval(0),
                treatments);
    }

    /** The verdict on a targeting gain; {@link Evidence} says what it means. */
    static Evidence evidence(double gain, double standardError) {
        if (gain > Z_95 * standardError) {
            return Evidence.CLEAR;
        }
        return gain > Z_80 * standardError ? Evidence.WEAK : Evidence.NONE;
    }

    private static OfTreatment ofTreatment(
            Sample sample, int treatment, Ranking model, List<Metric> metrics) {
        CampaignHistory history = sample.history();
        return new OfTreatment(
                history.treatments().get(treatment),
                history.rowsOf(treatment + 1).length,
                history.rowsOf(0).length,
                sample.averageEffect(treatment),
                sample.deciles(treatment, model),
                metrics);
    }
}
