package dev.marginal.benchmarks.fitting;

import dev.marginal.benchmarks.peers.xgboost.BareRows;
import dev.marginal.boosting.Trees;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * One fit of XGBoost that the default learner makes, to be made again without Marginal.
 *
 * <p>The learner stops early: of a forest that has {@code n} trees in the end, {@code n + patience}
 * were grown to know so; where the rows that judge are taken from the rows that teach, {@code n}
 * more are then grown on all of them. A bare fit grows as many trees, on as many rows and columns,
 * with the same parameters, and asks for no losses on the way. Labels of effects are taken as the
 * orders less their mean: the work does not depend on it.
 *
 * @param name of the forest
 * @param part whether the forest is a part of the model, rather than a means to others
 * @param again whether the trees are grown once more after they are counted
 * @param rows of the history; the same array as the fit before, if the rows are the same
 * @param objective XGBoost's name
 * @param trees of the forest
 */
record BareFit(
        String name, boolean part, boolean again, int[] rows, String objective, Trees trees) {
    private static final double BAG = 0.7;
    private static final String JOINT = "joint.";
    private static final String LOGISTIC = "binary:logistic";
    private static final String GAMMA = "reg:gamma";
    private static final String SQUARED = "reg:squarederror";

    /** Every fit of the default learner, those on the same rows next to each other. */
    static List<BareFit> all(CampaignHistory history, LearnerSettings settings, long seed) {
        List<BareFit> fits = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int bag = 0; bag < settings.bags(); bag++) {
            int[] inside = where(history, row -> random.nextDouble() < BAG);
            fits.add(
                    new BareFit(
                            JOINT + "order." + bag,
                            true,
                            false,
                            inside,
                            LOGISTIC,
                            settings.order()));
            int[] buyers = IntStream.of(inside).filter(row -> history.gmv()[row] > 0).toArray();
            fits.add(
                    new BareFit(
                            JOINT + "basket." + bag,
                            true,
                            false,
                            buyers,
                            GAMMA,
                            settings.basket()));
        }
        int[] control = history.rowsOf(0);
        fits.add(new BareFit("baseline", false, true, control, LOGISTIC, settings.order()));
        for (String treatment : history.treatments()) {
            fits.add(effect("effect.control." + treatment, control, settings));
        }
        for (int arm = 1; arm < history.arms(); arm++) {
            int[] treated = history.rowsOf(arm);
            String treatment = history.treatments().get(arm - 1);
            fits.add(
                    new BareFit(
                            "outcome." + treatment,
                            false,
                            true,
                            treated,
                            LOGISTIC,
                            settings.order()));
            fits.add(effect("effect.treated." + treatment, treated, settings));
        }
        return fits;
    }

    private static BareFit effect(String name, int[] rows, LearnerSettings settings) {
        return new BareFit(name, true, true, rows, SQUARED, settings.effect());
    }

    private static int[] where(CampaignHistory history, IntPredicate inside) {
        return IntStream.range(0, history.rows()).filter(inside).toArray();
    }

    /** Whether the forest is told the arm. */
    boolean joint() {
        return name.startsWith(JOINT);
    }

    /** How many trees are grown in all for a forest that has {@code best} in the end. */
    int[] rounds(int best, int patience) {
        int counted = Math.min(trees.rounds(), best + patience);
        return again ? new int[] {counted, best} : new int[] {counted};
    }

    /** How many trees the learner's forest has; counted where it is no part of the model. */
    int best(ModelParts parts, CampaignHistory history, LearnerSettings settings, int threads) {
        if (part) {
            return BareRows.trees(parts.forests().get(name));
        }
        float[] values = BigHistory.values(history.customers(), rows, 0);
        try (BareRows laid = new BareRows(values, history.customers().features().size())) {
            float[] label = label(history);
            return laid.enough(
                    label, parameters(label, threads), trees.rounds(), settings.patience());
        }
    }

    float[] label(CampaignHistory history) {
        float[] label = new float[rows.length];
        double mean = 0;
        for (int i = 0; i < label.length; i++) {
            double gmv = history.gmv()[rows[i]];
            label[i] = objective.equals(GAMMA) ? (float) gmv : gmv > 0 ? 1 : 0;
            mean += label[i] / label.length;
        }
        for (int i = 0; objective.equals(SQUARED) && i < label.length; i++) {
            label[i] -= (float) mean;
        }
        return label;
    }

    Map<String, Object> parameters(float[] label, int threads) {
        double sum = 0;
        for (float one : label) {
            sum += one;
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", objective);
        parameters.put("base_score", sum / label.length);
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", trees.depth());
        parameters.put("eta", trees.learningRate());
        parameters.put("min_child_weight", trees.leastLeafWeight());
        parameters.put("lambda", trees.ridge());
        parameters.put("subsample", trees.rowShare());
        parameters.put("seed", 7);
        parameters.put("nthread", threads);
        parameters.put("verbosity", 0);
        return parameters;
    }
}
