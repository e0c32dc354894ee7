package dev.marginal.uplift.evaluation;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Choice;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Evaluation.Metric;
import dev.marginal.uplift.Evaluation.OfTreatment;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.PolicyValue;
import dev.marginal.uplift.Spending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says what the experiment thinks of a model: what its policy is worth at the campaign's own budget
 * beside other policies, average effects, calibration, and ranking metrics beside those of simple
 * rankings, all out of fold and with 95 % intervals.
 *
 * <p>Values, effects and slopes are means of doubly robust effects; their intervals come from the
 * customers' summed influence, those of ranking metrics from a half-sample bootstrap, and both take
 * each customer, not each row, as one observation. The metrics of scikit-uplift, causalml and
 * upliftml and the areas under cost curves take the arms as randomised; policy values and the
 * metrics of grf use the propensities.
 *
 * <p>Every ranking is sorted once. Memory, beyond what is judged, is about 30 bytes per row and
 * policy, and 60 per row and ranking, of one treatment at a time.
 */
public final class Evaluator {
    private static final int REPLICATES = 200;

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

    /** Evaluates as if treatments cost nothing, with no other learner beside. */
    public Evaluation evaluate(CampaignHistory history, OutOfFoldScores outOfFold) {
        return evaluate(history, outOfFold, Spending.free(history.treatments().size()), Map.of());
    }

    /**
     * Evaluates out-of-fold scores.
     *
     * @param outOfFold of the rows of {@code history}, in order; two folds at least
     * @param spending the campaign's own costs and budget
     * @param rivals scores of the same rows by other learners, by name
     */
    public Evaluation evaluate(
            CampaignHistory history,
            OutOfFoldScores outOfFold,
            Spending spending,
            Map<String, OutOfFoldScores> rivals) {
        requireRows(history, outOfFold, "rows out of fold");
        rivals.forEach((name, rival) -> requireRows(history, rival, "rows of " + name));
        Sample sample = Sample.of(history, outOfFold);
        Stakes stakes = Stakes.of(outOfFold, spending);
        List<SingleFeature> features = SingleFeature.best(sample, stakes);
        List<Estimates> gains = new ArrayList<>();
        List<OfTreatment> treatments = new ArrayList<>();
        for (int t = 0; t < features.size(); t++) {
            float[] cost = stakes.cost()[t];
            Rankings rankings =
                    new Rankings(
                            sample,
                            t,
                            history.cost().map(realised -> cost),
                            features.get(t),
                            rivals);
            double[] exact = rankings.compare(Integer.MAX_VALUE).statistics(sample.once());
            Comparison few = rankings.compare(RankedArms.FEW_POINTS);
            Estimates estimates = bootstrap.run(exact, few::statistics, sample.clusters().count());
            gains.add(estimates.only(few.targetingGain()));
            treatments.add(ofTreatment(sample, t, rankings.model(), few.metrics(estimates)));
        }
        Contest contest = new Contest(sample, stakes);
        contest.addUsual(outOfFold.scores().baseline(), features);
        contest.addRivals(rivals);
        PolicyValue model = contest.model();
        return new Evaluation(
                history.rows(),
                sample.clusters().count(),
                replicates,
                Contest.evidence(model.value(), contest.baselines()),
                spending.perCustomer(),
                spending.leastReturn(),
                model,
                contest.baselines(),
                contest.curve(),
                Estimates.mean(gains).interval(0),
                treatments,
                Choice.given());
    }

    private static void requireRows(
            CampaignHistory history, OutOfFoldScores outOfFold, String name) {
        Requires.require(
                outOfFold.rows() == history.rows(),
                name,
                outOfFold.rows(),
                history.rows() + ", as in the history");
    }

    private static OfTreatment ofTreatment(
            Sample sample, int treatment, Ranking model, List<Metric> metrics) {
        CampaignHistory history = sample.history();
        return new OfTreatment(
                history.treatments().get(treatment),
                history.rowsOf(treatment + 1).length,
                history.rowsOf(0).length,
                sample.averageEffect(treatment),
                Calibrations.of(sample, treatment, model),
                sample.deciles(treatment, model),
                metrics);
    }
}
