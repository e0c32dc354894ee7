package dev.marginal.benchmarks.contenders;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.learners.Learners;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Every learner, and the plain rules beside them. */
public final class Contenders {
    public static final String ZERO = "zero";
    public static final String CONSTANT = "constant effect";
    public static final String OUTCOME = "outcome model";

    /** The learner that all others are compared with. */
    public static final String DEFAULT = Learners.names().get(0);

    private Contenders() {}

    /** All learners, separated by commas. */
    public static String learners() {
        return Learners.names().stream().collect(Collectors.joining(","));
    }

    /** The default first, then the other learners asked for, then the plain rules. */
    public static List<String> ordered(String[] learners) {
        List<String> names = new ArrayList<>(List.of(DEFAULT));
        Arrays.stream(learners).filter(name -> !name.equals(DEFAULT)).forEach(names::add);
        names.addAll(List.of(OUTCOME, CONSTANT, ZERO));
        return names;
    }

    /**
     * A contender by its name.
     *
     * @param constants what {@value #CONSTANT} says, one per treatment
     */
    public static Contender named(
            String name, double[] constants, LearnerSettings settings, Execution execution) {
        Contender standard =
                (history, customers) ->
                        Learners.named(DEFAULT, settings, execution).fit(history).score(customers);
        return switch (name) {
            case ZERO ->
                    (history, customers) ->
                            constant(history, new double[constants.length], customers.rows());
            case CONSTANT -> (history, customers) -> constant(history, constants, customers.rows());
            case OUTCOME -> (history, customers) -> outcome(standard.scores(history, customers));
            default ->
                    (history, customers) ->
                            Learners.named(name, settings, execution).fit(history).score(customers);
        };
    }

    /** Means per arm, each row weighted by the inverse of its propensity, minus the control's. */
    public static double[] averageEffects(CampaignHistory history) {
        double[] means = means(history, history.gmv());
        return Arrays.stream(means, 1, means.length).map(mean -> mean - means[0]).toArray();
    }

    /** The same for everybody. */
    public static UpliftScores constant(CampaignHistory history, double[] effects, int customers) {
        double[] orders =
                means(history, Arrays.stream(history.gmv()).map(y -> y > 0 ? 1 : 0).toArray());
        float[][] uplift = new float[effects.length][customers];
        float[][] probability = new float[effects.length][customers];
        for (int t = 0; t < effects.length; t++) {
            Arrays.fill(uplift[t], (float) effects[t]);
            Arrays.fill(probability[t], (float) orders[t + 1]);
        }
        return new UpliftScores(history.treatments(), uplift, probability, new float[customers]);
    }

    /** What a customer buys anyway, taken for what every treatment adds. */
    public static UpliftScores outcome(UpliftScores scores) {
        float[][] uplift = new float[scores.treatments().size()][];
        Arrays.fill(uplift, scores.baseline());
        return new UpliftScores(
                scores.treatments(), uplift, scores.orderProbability(), scores.baseline());
    }

    private static double[] means(CampaignHistory history, double[] values) {
        double[] sums = new double[history.arms()];
        double[] weights = new double[history.arms()];
        for (int row = 0; row < history.rows(); row++) {
            double weight = history.weight()[row] / history.propensity()[row];
            sums[history.arm()[row]] += weight * values[row];
            weights[history.arm()[row]] += weight;
        }
        Arrays.setAll(sums, arm -> sums[arm] / weights[arm]);
        return sums;
    }
}
