package dev.marginal.uplift.propensities;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Randomisation.ArmBalance;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares each arm with all rows, characteristic by characteristic.
 *
 * <p>If the propensities are right, then w (1[t=a]/p − 1) (x − x̄) has expectation zero for every
 * row, whatever x. How probable so large a sum is by chance is told with ranks for x, which no
 * outlier can pull; the difference with x itself. The least of all probabilities, times their
 * number (Bonferroni), is the arm's.
 *
 * @see <a href="https://doi.org/10.1002/sim.3697">Austin (2009), standardised differences</a>
 */
final class Balance {
    /** Where an arm should have fewer rows that tell something, chance is no bell curve. */
    private static final int LEAST_EXPECTED_ROWS = 10;

    private final CampaignHistory history;
    private final CustomerSums customers;
    private final Worst[] worst;
    private int looks;

    /** What differs most in an arm. */
    private record Worst(String name, double difference, double probability) {}

    Balance(CampaignHistory history, CustomerSums customers) {
        this.history = history;
        this.customers = customers;
        this.worst = new Worst[history.arms()];
    }

    /** One per arm. */
    List<ArmBalance> arms() {
        for (int arm = 0; arm < worst.length; arm++) {
            worst[arm] = new Worst("", 0, 1);
        }
        Characteristic.each(history, this::look);
        List<ArmBalance> arms = new ArrayList<>();
        for (int arm = 0; arm < worst.length; arm++) {
            int[] rows = history.rowsOf(arm);
            Worst found = worst[arm];
            arms.add(
                    new ArmBalance(
                            history.armName(arm),
                            rows.length,
                            effectiveRows(rows),
                            found.name(),
                            found.difference(),
                            Math.min(1, looks * found.probability())));
        }
        return arms;
    }

    private void look(Characteristic characteristic) {
        for (int arm = 0; arm < worst.length; arm++) {
            double share = (double) history.rowsOf(arm).length / history.rows();
            if (characteristic.rows() * share >= LEAST_EXPECTED_ROWS) {
                look(characteristic, arm);
            }
        }
    }

    private void look(Characteristic characteristic, int arm) {
        double[] deviation = characteristic.deviation();
        double[] rank = characteristic.rank();
        double[] pull = new double[deviation.length];
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < pull.length; row++) {
            double weight = history.weight()[row];
            if (history.arm()[row] == arm) {
                double weighted = weight / history.propensity()[row];
                sum += weighted * deviation[row];
                weights += characteristic.filled().test(row) ? weighted : 0;
                pull[row] = (weighted - weight) * rank[row];
            } else {
                pull[row] = -weight * rank[row];
            }
        }
        looks++;
        double probability = customers.probability(pull);
        if (probability < worst[arm].probability()) {
            worst[arm] = new Worst(characteristic.name(), sum / weights, probability);
        }
    }

    private double effectiveRows(int[] rows) {
        double[] weight = new double[history.rows()];
        double sum = 0;
        for (int row : rows) {
            weight[row] = history.weight()[row] / history.propensity()[row];
            sum += weight[row];
        }
        return sum * sum / customers.squares(weight);
    }
}
