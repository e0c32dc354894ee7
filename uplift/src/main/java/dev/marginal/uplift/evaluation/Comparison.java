package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.Evaluation.Metric;
import dev.marginal.uplift.Evaluation.Neighbour;
import java.util.ArrayList;
import java.util.List;

/**
 * One treatment's score beside its neighbours, in every convention.
 *
 * @param feature the name of the best single feature
 * @param arms ranked by model, outcome model and best single feature
 * @param effects ranked by the same
 * @param perfect the arms ranked as {@code qini.sklift} takes as perfect
 * @param unranked the arms in one tie
 */
record Comparison(
        String feature,
        List<RankedArms> arms,
        List<RankedEffects> effects,
        RankedArms perfect,
        RankedArms unranked) {
    /** The statistic that is the model's metric in currency, {@code qini.grf}. */
    static final int TARGETING_GAIN = 8;

    private static final List<String> CONVENTIONS =
            List.of("qini.sklift", "auuc.causalml", "qini.grf");
    private static final int RANKINGS = 4;
    private static final int RANDOM = 1;

    static Comparison of(Sample sample, int treatment, Ranking model, SingleFeature feature) {
        List<Ranking> rankings =
                List.of(
                        model,
                        Ranking.by(sample.outOfFold().scores().baseline()),
                        feature.ranking());
        Experiment orders = sample.orders(treatment);
        return new Comparison(
                feature.name(),
                rankings.stream().map(r -> RankedArms.of(sample, treatment, r)).toList(),
                rankings.stream().map(r -> RankedEffects.of(sample, treatment, r)).toList(),
                RankedArms.of(sample, treatment, ScikitUplift.perfectForQini(orders)),
                RankedArms.of(sample, treatment, Ranking.by(new float[orders.rows()])));
    }

    /**
     * Convention by convention: model, random, outcome model, best single feature.
     *
     * @param times how often each customer counts
     */
    double[] statistics(byte[] times) {
        double perfectQini = perfect.areas(times).qini();
        double[] statistics = new double[CONVENTIONS.size() * RANKINGS];
        for (int i = 0; i < arms.size(); i++) {
            int ranking = i < RANDOM ? i : i + 1;
            RankedArms.Areas areas = arms.get(i).areas(times);
            statistics[ranking] = areas.qini() / perfectQini;
            statistics[RANKINGS + ranking] = areas.auuc();
            statistics[TARGETING_GAIN + ranking] = effects.get(i).qini(times);
        }
        statistics[RANKINGS + RANDOM] = unranked.areas(times).auuc();
        return statistics;
    }

    /** The metrics, from the estimates of {@link #statistics}. */
    List<Metric> metrics(Estimates estimates) {
        List<String> names =
                List.of("random", "outcome model", "best single feature (" + feature + ")");
        List<Metric> metrics = new ArrayList<>();
        for (int i = 0; i < CONVENTIONS.size(); i++) {
            int own = i * RANKINGS;
            List<Neighbour> neighbours = new ArrayList<>();
            for (String name : names) {
                int other = own + 1 + neighbours.size();
                neighbours.add(
                        new Neighbour(name, estimates.of(other), estimates.lead(own, other)));
            }
            metrics.add(new Metric(CONVENTIONS.get(i), estimates.interval(own), neighbours));
        }
        return metrics;
    }
}
