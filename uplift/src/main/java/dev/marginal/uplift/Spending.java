package dev.marginal.uplift;

import dev.marginal.tables.Requires;
import java.util.Collections;
import java.util.List;

/**
 * What treatments cost and how much there is to spend, so that policies can be judged at the
 * campaign's own budget.
 *
 * @param perCustomer the budget for each customer of the audience, in currency; positive, infinite
 *     where there is no budget
 * @param treatments one per treatment of the history, in order
 * @param leastReturn the GMV that a coin of cost has to bring, zero or more: 0 where GMV alone
 *     counts, 1 / margin where profit does. A policy is worth its GMV less this times its cost
 */
public record Spending(double perCustomer, List<Costs> treatments, double leastReturn) {
    public Spending {
        treatments = List.copyOf(treatments);
        Requires.require(perCustomer > 0, "perCustomer", perCustomer, "above zero");
        Requires.require(!treatments.isEmpty(), "treatments", treatments, "at least one");
        Requires.notNegative(leastReturn, "leastReturn");
        Requires.require(Double.isFinite(leastReturn), "leastReturn", leastReturn, "finite");
    }

    /** Spending for GMV alone. */
    public Spending(double perCustomer, List<Costs> treatments) {
        this(perCustomer, treatments, 0);
    }

    /** So many treatments that cost nothing, without a budget. */
    public static Spending free(int treatments) {
        return new Spending(
                Double.POSITIVE_INFINITY, Collections.nCopies(treatments, new Costs(0, 0)));
    }

    /**
     * What a send of one treatment costs.
     *
     * @param perSend paid for every send, in currency; zero or more, infinite for what nobody
     *     offers
     * @param perOrder paid when the customer orders, in currency; zero or more
     * @param ofLearnt the share of a learnt cost that counts, where others pay the rest
     */
    public record Costs(double perSend, double perOrder, double ofLearnt) {
        public Costs {
            Requires.require(perSend >= 0, "perSend", perSend, "zero or more");
            Requires.notNegative(perOrder, "perOrder");
            Requires.probability(ofLearnt, "ofLearnt");
        }

        /** Costs of which nobody else pays a share. */
        public Costs(double perSend, double perOrder) {
            this(perSend, perOrder, 1);
        }
    }

    /** Whether a treatment can be bought at all. */
    public boolean offered(int treatment) {
        return Double.isFinite(treatments.get(treatment).perSend());
    }

    /**
     * The expected cost of a treatment for a customer: its share of the learnt one where the
     * history has realised costs, else cost per send + P(order | treatment) × cost per order;
     * infinite where nobody offers it.
     *
     * @param treatment place among the scores' treatments
     */
    public double expectedCost(UpliftScores scores, int treatment, int customer) {
        Costs costs = treatments.get(treatment);
        if (scores.cost().isPresent() && offered(treatment)) {
            return scores.cost().get()[treatment][customer] * costs.ofLearnt();
        }
        return costs.perSend() + scores.orderProbability()[treatment][customer] * costs.perOrder();
    }
}
