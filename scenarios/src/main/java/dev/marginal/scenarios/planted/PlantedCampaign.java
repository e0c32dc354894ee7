package dev.marginal.scenarios.planted;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.Objective;
import dev.marginal.scenarios.Valuation;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedCustomers;
import dev.marginal.uplift.planted.PlantedWorld;
import java.util.List;

/**
 * A campaign in a planted world: a push and two coupon tiers, a budget that binds, contact limits
 * and a cap on pushes.
 *
 * <p>What a plan truly earns and what the best plan would earn are known, because the world's true
 * uplift and order probabilities are.
 *
 * @param world where the customers come from
 * @param historyRows how many customers the experiment had
 * @param audienceRows how many customers are planned for; none of them was in the experiment
 */
public record PlantedCampaign(PlantedWorld world, int historyRows, int audienceRows) {
    private static final double BUDGET_PER_CUSTOMER = 0.25;
    private static final double PUSHES_PER_CUSTOMER = 0.4;

    public PlantedCampaign {
        Requires.positive(historyRows, "history rows");
        Requires.positive(audienceRows, "audience rows");
    }

    /** The push costs a cent; a coupon costs a cent and its face value when the customer orders. */
    public List<CampaignOffer> offers() {
        return List.of(
                new CampaignOffer(new Offer("push", "push"), "push", 0.01, 0),
                new CampaignOffer(new Offer("coupon_5", "coupon"), "coupon_5", 0.01, 5),
                new CampaignOffer(new Offer("coupon_10", "coupon"), "coupon_10", 0.01, 10));
    }

    /** A quarter of a currency unit for every customer of the audience. */
    public Budget budget() {
        return Budget.of(budgetAmount());
    }

    /** Two contacts at most, of which one coupon; pushes to two in five customers at most. */
    public Rules rules() {
        return Rules.of(
                new ContactLimit(Scope.ANY, 2),
                new ContactLimit(new Scope.OfChannel("coupon"), 1),
                ChannelCap.sends("push", mostPushes()));
    }

    /** Incremental GMV. */
    public Valuation valuation() {
        return new Valuation(offers(), new Objective.Gmv());
    }

    /** The customers to plan for, with their truth. */
    public PlantedCustomers audience() {
        return world.audience(audienceRows);
    }

    /** The true value and true expected cost of every offer for every customer of the audience. */
    public OfferBook trueOffers() {
        return valuation().value(trueScores());
    }

    /** The best plan that an oracle who knows the truth would make. */
    public SendPlan bestPlan(Allocator allocator) {
        return allocator.allocate(trueOffers(), budget(), rules());
    }

    /** What a plan's sends truly earn, in currency: the sum of their true values. */
    public static double trueValue(SendPlan plan, OfferBook trueOffers) {
        long micros = 0;
        for (int send = 0; send < plan.sends(); send++) {
            micros += trueOffers.valueMicros(plan.offer()[send], plan.customer()[send]);
        }
        return (double) micros / OfferBook.MICROS;
    }

    double budgetAmount() {
        return Math.rint(BUDGET_PER_CUSTOMER * audienceRows * 100) / 100;
    }

    long mostPushes() {
        return Math.round(PUSHES_PER_CUSTOMER * audienceRows);
    }

    private UpliftScores trueScores() {
        PlantedCustomers truth = audience();
        return new UpliftScores(
                world.treatments(),
                single(truth.uplift()),
                single(truth.orderProbability()),
                single(truth.baseline()));
    }

    private static float[][] single(double[][] columns) {
        float[][] single = new float[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            single[i] = single(columns[i]);
        }
        return single;
    }

    private static float[] single(double[] column) {
        float[] single = new float[column.length];
        for (int i = 0; i < column.length; i++) {
            single[i] = (float) column[i];
        }
        return single;
    }
}
