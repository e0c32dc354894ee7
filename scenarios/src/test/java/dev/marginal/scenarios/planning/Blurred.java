package dev.marginal.scenarios.planning;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedCustomers;
import dev.marginal.uplift.planted.PlantedHistory;
import dev.marginal.uplift.planted.PlantedWorld;
import java.util.SplittableRandom;

/** A model that errs, planted: it sees each customer's true uplift through noise. */
final class Blurred {
    private Blurred() {}

    static UpliftScores scores(PlantedCustomers truth, PlantedWorld world, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int customers = truth.baseline().length;
        float[][] uplift = new float[world.treatments().size()][customers];
        float[][] orders = new float[uplift.length][customers];
        for (int t = 0; t < uplift.length; t++) {
            for (int i = 0; i < customers; i++) {
                uplift[t][i] =
                        (float)
                                (truth.uplift()[t][i]
                                        + 3 * (random.nextDouble() - random.nextDouble()));
                orders[t][i] = (float) truth.orderProbability()[t][i];
            }
        }
        return new UpliftScores(world.treatments(), uplift, orders, new float[customers]);
    }

    /**
     * Effects by inverse propensity alone: doubly robust effects with outcome models that know
     * nothing.
     */
    static OutOfFoldScores held(PlantedHistory planted, UpliftScores scores) {
        CampaignHistory history = planted.history();
        float[][] effect = new float[history.treatments().size()][history.rows()];
        for (int row = 0; row < history.rows(); row++) {
            for (int t = 0; t < effect.length; t++) {
                double weighted = history.gmv()[row] / history.propensity()[row];
                effect[t][row] =
                        (float)
                                (history.arm()[row] == t + 1
                                        ? weighted
                                        : history.arm()[row] == 0 ? -weighted : 0);
            }
        }
        return new OutOfFoldScores(
                new int[history.rows()], scores, effect, history.weight(), history.group());
    }
}
