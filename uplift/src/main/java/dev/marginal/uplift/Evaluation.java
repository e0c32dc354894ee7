package dev.marginal.uplift;

import dev.marginal.tables.Requires;
import java.util.List;

/**
 * What the experiment says of a model, by scores of models that never saw the rows.
 *
 * @param rows of the history
 * @param customers distinct ones among them; intervals count each as one
 * @param replicates of the half-sample bootstrap behind the metrics' intervals
 * @param evidence the verdict
 * @param budget per customer, at which policies are judged; infinite where there is none
 * @param leastReturn GMV that a coin of cost has to bring; see {@link Spending}
 * @param model the policy that follows the scores: by the price at which the budget is spent
 * @param baselines other policies at the same budget
 * @param curve the policy's value at other budgets
 * @param targetingGain {@code qini.grf}, averaged over the treatments: what targeting by the score
 *     adds to targeting at random, averaged over every share of customers that a budget could pay
 *     for; currency per customer
 * @param treatments one per treatment, in order
 * @param choice how the learner was chosen
 */
public record Evaluation(
        int rows,
        int customers,
        int replicates,
        Evidence evidence,
        double budget,
        double leastReturn,
        PolicyValue model,
        List<Baseline> baselines,
        BudgetCurve curve,
        Interval targetingGain,
        List<OfTreatment> treatments,
        Choice choice) {
    public Evaluation {
        Requires.notNegative(replicates, "replicates");
        baselines = List.copyOf(baselines);
        treatments = List.copyOf(treatments);
    }

    /** The same with how the learner was chosen. */
    public Evaluation withChoice(Choice made) {
        return new Evaluation(
                rows,
                customers,
                replicates,
                evidence,
                budget,
                leastReturn,
                model,
                baselines,
                curve,
                targetingGain,
                treatments,
                made);
    }

    /**
     * Another policy at the same budget.
     *
     * @param detail such as the feature; may be empty
     * @param lead the model's value minus this one's, paired
     * @param needsScores false for those that {@link Evidence} asks about
     */
    public record Baseline(PolicyValue value, String detail, Interval lead, boolean needsScores) {}

    /**
     * What the policy is worth at several budgets: Q(B) of Sverdrup, Wu, Athey and Wager 2023, <a
     * href="https://arxiv.org/abs/2306.11979">arXiv:2306.11979</a>.
     *
     * @param points ascending from above zero to the budget with which everybody gets the treatment
     *     of their largest gain; empty where no treatment costs anything
     * @param area mean height over the budgets from zero to the last, by trapezoids; currency per
     *     customer
     * @param lead the same of the policy's lead over the average effect
     */
    public record BudgetCurve(List<Point> points, Interval area, Interval lead) {
        public BudgetCurve {
            points = List.copyOf(points);
        }
    }

    /**
     * One budget.
     *
     * @param budget expected cost per customer
     * @param value of the policy; currency per customer
     * @param lead over the best average effects at this budget, paired
     */
    public record Point(double budget, Interval value, Interval lead) {}

    /**
     * One treatment against the control.
     *
     * @param averageEffect doubly robust, over all customers; currency per customer
     * @param calibration whether scores are as large as effects
     * @param deciles by score, the highest first; customers with one score stay together, so there
     *     may be fewer than ten
     * @param metrics each named by its convention
     */
    public record OfTreatment(
            String treatment,
            int treatedRows,
            int controlRows,
            Interval averageEffect,
            Calibration calibration,
            List<Decile> deciles,
            List<Metric> metrics) {
        public OfTreatment {
            deciles = List.copyOf(deciles);
            metrics = List.copyOf(metrics);
        }
    }

    /**
     * Whether scores are as large as effects.
     *
     * @param predicted mean score; currency per customer
     * @param slope of the doubly robust effect on the score, by weighted least squares with an
     *     intercept: 1 where scores are right, below where they exaggerate, 0 where they say
     *     nothing (the best linear predictor of Chernozhukov, Demirer, Duflo and Fernández-Val
     *     2018, <a href="https://arxiv.org/abs/1712.04802">arXiv:1712.04802</a>); {@code NaN} where
     *     all scores are equal
     * @param error10 {@code euce.dr} in 10 groups: mean over groups of equal weight by score of
     *     |mean effect − mean score|; currency per customer. Chance alone makes it positive
     * @param error100 the same in 100 groups
     */
    public record Calibration(double predicted, Interval slope, double error10, double error100) {}

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
     * @param name the convention, such as {@code qini.sklift}; {@code uplift.evaluation} lists them
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
     * @param name {@code random}, {@code outcome model} (the highest GMV without treatment first),
     *     {@code best single feature} with the features, each chosen without the fold that it
     *     ranks, or a rival learner's name
     * @param value its metric
     * @param lead the model's metric minus this one's, by paired half-sample bootstrap
     */
    public record Neighbour(String name, double value, Interval lead) {}
}
