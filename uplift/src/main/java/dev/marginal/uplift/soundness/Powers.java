package dev.marginal.uplift.soundness;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Power;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The smallest effects that a history can show, treatment by treatment.
 *
 * <p>With means ȳ and standard errors of treated and control, the difference of means has the error
 * √(s²ₜ/nₜ + s²꜀/n꜀), and an effect of (z₀.₉₇₅ + z₀.₈) times that is found with a power of 80 % by
 * a test of 5 % on both sides. Where chances or weights differ, each row counts weight /
 * propensity, the mean is the weighted one, and its error that of a ratio, by the customers' sums:
 * √(Σ d²) / Σ u, d = Σ over a customer's rows of u (y − ȳ).
 *
 * @see <a href="https://doi.org/10.1177/0193841X9501900504">Bloom (1995), minimum detectable
 *     effects</a>
 */
public final class Powers {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final double FACTOR =
            NORMAL.inverseCumulativeProbability(0.975) + NORMAL.inverseCumulativeProbability(0.8);

    private final CampaignHistory history;

    private Powers(CampaignHistory history) {
        this.history = history;
    }

    /** One per treatment, in their order. */
    public static List<Power> of(CampaignHistory history) {
        return new Powers(history).all();
    }

    /** An arm's mean and the square of its error. */
    private record Mean(int rows, double mean, double variance) {}

    private List<Power> all() {
        Mean control = mean(0);
        List<Power> powers = new ArrayList<>();
        for (int arm = 1; arm < history.arms(); arm++) {
            Mean treated = mean(arm);
            double error = Math.sqrt(treated.variance() + control.variance());
            powers.add(
                    new Power(
                            history.armName(arm),
                            treated.rows(),
                            control.rows(),
                            control.mean(),
                            treated.mean() - control.mean(),
                            error,
                            FACTOR * error));
        }
        return powers;
    }

    private Mean mean(int arm) {
        int[] rows = history.rowsOf(arm);
        double weights = 0;
        double sum = 0;
        for (int row : rows) {
            weights += weight(row);
            sum += weight(row) * history.gmv()[row];
        }
        double mean = sum / weights;
        Map<Integer, Double> ofCustomers = new TreeMap<>();
        for (int row : rows) {
            double deviation = weight(row) * (history.gmv()[row] - mean);
            ofCustomers.merge(history.group()[row], deviation, Double::sum);
        }
        double squares = 0;
        for (double deviation : ofCustomers.values()) {
            squares += deviation * deviation;
        }
        double customers = ofCustomers.size();
        double unbiased = customers > 1 ? customers / (customers - 1) : 1;
        return new Mean(rows.length, mean, unbiased * squares / (weights * weights));
    }

    private double weight(int row) {
        return history.weight()[row] / history.propensity()[row];
    }
}
