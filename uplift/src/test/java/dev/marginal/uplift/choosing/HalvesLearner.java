package dev.marginal.uplift.choosing;

import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import java.util.Arrays;

/**
 * Compares the arms' mean GMV where one feature is above zero and where it is not; honest, cheap,
 * and as easily fooled by chance as any learner.
 *
 * @param feature place of the number column
 * @param boast what its uplifts are multiplied by
 */
record HalvesLearner(int feature, double boast) implements UpliftLearner {
    @Override
    public String name() {
        return "halves " + feature + " x " + boast;
    }

    @Override
    public UpliftModel fit(CampaignHistory history) {
        double[][] sum = new double[history.arms()][2];
        double[][] rows = new double[history.arms()][2];
        for (int row = 0; row < history.rows(); row++) {
            int half = half(history.customers(), row);
            sum[history.arm()[row]][half] += history.gmv()[row];
            rows[history.arm()[row]][half]++;
        }
        double[][] mean = new double[history.arms()][2];
        for (int arm = 0; arm < mean.length; arm++) {
            for (int half = 0; half < 2; half++) {
                mean[arm][half] = sum[arm][half] / Math.max(1, rows[arm][half]);
            }
        }
        return new Model(history, mean);
    }

    private int half(Customers customers, int row) {
        return ((NumberColumn) customers.features().get(feature)).values()[row] > 0 ? 1 : 0;
    }

    private final class Model implements UpliftModel {
        private final CampaignHistory history;
        private final double[][] mean;

        Model(CampaignHistory history, double[][] mean) {
            this.history = history;
            this.mean = mean;
        }

        @Override
        public UpliftScores score(Customers customers) {
            int treatments = mean.length - 1;
            float[][] uplift = new float[treatments][customers.rows()];
            float[][] order = new float[treatments][customers.rows()];
            float[] baseline = new float[customers.rows()];
            for (int row = 0; row < baseline.length; row++) {
                int half = half(customers, row);
                baseline[row] = (float) mean[0][half];
                for (int t = 0; t < treatments; t++) {
                    uplift[t][row] = (float) (boast * (mean[t + 1][half] - mean[0][half]));
                }
            }
            Arrays.stream(order).forEach(column -> Arrays.fill(column, 0.15f));
            return new UpliftScores(history.treatments(), uplift, order, baseline);
        }

        @Override
        public ModelParts parts() {
            throw new UnsupportedOperationException("A model for tests has no parts.");
        }
    }
}
