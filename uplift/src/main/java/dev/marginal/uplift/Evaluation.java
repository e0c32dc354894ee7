package dev.marginal.uplift;

import dev.marginal.tables.Requires;
import java.util.List;

/**
 * What the experiment says of a model, by scores of models that never saw the rows.
 *
 * @param rows of the history
 * @param customers distinct ones among them; intervals count each as one
 * @param replicates of the bootstrap behind the metrics' intervals
 * @param evidence the verdict on {@code targetingGain}
 * @param targetingGain see {@link Evidence}; currency per customer
 * @param treatments one per treatment, in order
 */
public record Evaluation(
        int rows,
        int customers,
        int replicates,
        Evidence evidence,
        Interval targetingGain,
        List<OfTreatment> treatments) {
    public Evaluation {
        Requires.notNegative(replicates, "replicates");
        treatments = List.copyOf(treatments);
    }

    /**
     * One treatment against the control.
     *
     * @param averageEffect doubly robust, over all customers; currency per customer
     * @param deciles by score, the highest first; customers with one score stay together, so there
     *     may be fewer than ten
     * @param metrics each named by its convention
     */
    public record OfTreatment(
            String treatment,
            int treatedRows,
            int controlRows,
            Interval averageEffect,
            List<Decile> deciles,
            List<Metric> metrics) {
        public OfTreatment {
            deciles = List.copyOf(deciles);
            metrics = List.copyOf(metrics);
        }
    }

    /**
     * Customers with similar scores.
     *
     * @param number 1 for the highest scores, 10 for the lowest
     * @param rows how many
     * @param predicted mean score; currency per customer
     * @param measured mean doubly robust effect; currency per customer
     */
    public record Decile(int number, int rows, double predicted, Interval measured) {}

    /**
     * A number for a ranking of customers; higher is better. {@code NaN} where the history cannot
     * tell, as when nobody ordered.
     *
     * @param name the convention: {@code qini.sklift} (on orders; perfect = 1), {@code
     *     auuc.causalml} (on GMV; random = 0.5) or {@code qini.grf} (on doubly robust effects;
     *     currency per customer)
     * @param model of the model's score
     * @param neighbours of other rankings of the same customers
     */
    public record Metric(String name, Interval model, List<Neighbour> neighbours) {
        public Metric {
            neighbours = List.copyOf(neighbours);
        }
    }

    /**
     * Another ranking.
     *
     * @param name {@code random}, {@code outcome model} (the highest GMV without treatment first)
     *     or {@code best single feature} with the feature, which was chosen on these very rows and
     *     therefore flatters
     * @param value its metric
     * @param lead the model's metric minus this one's, by paired bootstrap
     */
    public record Neighbour(String name, double value, Interval lead) {}
}
