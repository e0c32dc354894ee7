package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.OutOfFoldScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rankings of one treatment's customers that are compared, and their layout. */
final class Rankings {
    private final Sample sample;
    private final int treatment;
    private final Optional<float[]> cost;
    private final List<Named> all = new ArrayList<>();

    private record Named(String name, Ranking byUplift, Optional<Ranking> byReturn) {}

    /**
     * The rankings.
     *
     * @param cost expected cost of each row, where the history has realised ones
     */
    Rankings(
            Sample sample,
            int treatment,
            Optional<float[]> cost,
            SingleFeature feature,
            Map<String, OutOfFoldScores> rivals) {
        this.sample = sample;
        this.treatment = treatment;
        this.cost = cost;
        addUplift("model", sample.outOfFold());
        add("random", new float[sample.history().rows()]);
        add("outcome model", sample.outOfFold().scores().baseline());
        add("best single feature (" + feature.name() + ")", feature.score());
        rivals.forEach(this::addUplift);
    }

    /** The model's. */
    Ranking model() {
        return all.get(0).byUplift();
    }

    /**
     * Laid out for passes.
     *
     * @param points at which curves are looked at, at most
     */
    Comparison compare(int points) {
        Experiment orders = sample.orders(treatment);
        return new Comparison(
                all.stream().map(each -> contender(each, points)).toList(),
                arms(ScikitUplift.perfectForQini(orders), points),
                arms(ScikitUplift.perfectForAuuc(orders), points),
                cost.isPresent());
    }

    private Contender contender(Named named, int points) {
        return new Contender(
                named.name(),
                arms(named.byUplift(), points),
                named.byReturn().map(ranking -> arms(ranking, points)),
                RankedEffects.of(sample, treatment, named.byUplift()));
    }

    private RankedArms arms(Ranking ranking, int points) {
        return RankedArms.of(sample, treatment, ranking, points);
    }

    private void addUplift(String name, OutOfFoldScores scores) {
        float[] uplift = scores.scores().uplift()[treatment];
        all.add(
                new Named(
                        name,
                        Ranking.by(uplift),
                        cost.map(costs -> Ranking.by(ratio(uplift, costs)))));
    }

    private void add(String name, float[] score) {
        Ranking ranking = Ranking.by(score);
        all.add(new Named(name, ranking, cost.map(costs -> ranking)));
    }

    private static float[] ratio(float[] uplift, float[] cost) {
        float[] ratio = new float[uplift.length];
        for (int row = 0; row < ratio.length; row++) {
            ratio[row] = uplift[row] / cost[row];
        }
        return ratio;
    }
}
