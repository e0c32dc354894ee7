package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Evaluation.Metric;
import dev.marginal.uplift.Evaluation.Neighbour;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.ArrayList;
import java.util.List;

/**
 * One treatment's score beside its neighbours, in every convention.
 *
 * @param model the ranking by score
 * @param outcomeModel the ranking by expected GMV without treatment
 * @param conventions the metrics; the last one is in currency
 */
record Comparison(
        Ranking model, Ranking outcomeModel, SingleFeature feature, List<Convention> conventions) {
    private static final int RANKINGS = 4;

    static Comparison of(
            CampaignHistory history, OutOfFoldScores outOfFold, int t, double[] weight) {
        float[] effect = outOfFold.effect()[t];
        return new Comparison(
                Ranking.by(outOfFold.scores().uplift()[t]),
                Ranking.by(outOfFold.scores().baseline()),
                SingleFeature.best(history.customers(), outOfFold.fold(), effect, weight),
                Convention.all(history, t, effect));
    }

    /** Convention by convention: model, random, outcome model, best single feature. */
    List<Statistic> statistics() {
        List<Statistic> statistics = new ArrayList<>();
        for (Convention convention : conventions) {
            statistics.add(weight -> convention.of(model, weight));
            statistics.add(convention::atRandom);
            statistics.add(weight -> convention.of(outcomeModel, weight));
            statistics.add(weight -> convention.of(feature.ranking(), weight));
        }
        return statistics;
    }

    /** The model's metric in currency. */
    double targetingGain(double[] weight) {
        return conventions.get(conventions.size() - 1).of(model, weight);
    }

    /** The metrics, whose statistics begin at {@code first}. */
    List<Metric> metrics(Estimates estimates, int first) {
        List<Metric> metrics = new ArrayList<>();
        for (int i = 0; i < conventions.size(); i++) {
            int own = first + i * RANKINGS;
            List<Neighbour> neighbours =
                    List.of(
                            neighbour("random", estimates, own, 1),
                            neighbour("outcome model", estimates, own, 2),
                            neighbour(
                                    "best single feature (" + feature.name() + ")",
                                    estimates,
                                    own,
                                    3));
            metrics.add(new Metric(conventions.get(i).name(), estimates.interval(own), neighbours));
        }
        return metrics;
    }

    private static Neighbour neighbour(String name, Estimates estimates, int own, int offset) {
        int other = own + offset;
        return new Neighbour(name, estimates.of(other), estimates.lead(own, other));
    }
}
