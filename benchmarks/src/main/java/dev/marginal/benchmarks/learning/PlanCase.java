package dev.marginal.benchmarks.learning;

import dev.marginal.benchmarks.contenders.Contenders;
import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.BudgetCurve;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.GreedyAllocator;
import dev.marginal.optimizer.allocation.PriceAllocator;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Tier;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.planted.PlantedWorld;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Fits one contender on histories with a push and two coupons, one per seed; plans with what it
 * predicts, one offer at most per customer, at three budgets; and adds up what these plans truly
 * earn and truly cost.
 *
 * <p>A plan by wrong order probabilities spends more or less than its budget. So its earnings are
 * held against what the best plan earns with the budget, and with the money that this plan truly
 * spends.
 */
public final class PlanCase {
    /** Currency per customer. */
    static final double[] BUDGETS = {0.1, 0.25, 0.5};

    /** The contender that draws sends, truly priced, until the budget is spent. */
    static final String RANDOM = "random sends";

    /** The contender that sends where an order is likeliest, by the default's probabilities. */
    static final String RESPONSE = "best by response";

    private static final Rules ONE_SEND = Rules.of(new ContactLimit(Scope.ANY, 1));
    private static final AllocatorSettings SEARCH =
            new AllocatorSettings(1e-6, Duration.ofMinutes(2));
    private static final List<Tier> TIERS =
            List.of(Tier.alone("push"), new Tier("coupon", 5), new Tier("coupon", 10));

    private final Trial trial;
    private final PlantedCampaign campaign;
    private final OfferBook truth;
    private final Allocator allocator;

    private PlanCase(Trial trial, PlantedWorld world) {
        this.trial = trial;
        this.campaign = new PlantedCampaign(world, trial.rows(), trial.audience());
        this.truth = campaign.trueOffers();
        this.allocator = new PriceAllocator(SEARCH, trial.execution());
    }

    /** Measures one contender. */
    public static void main(String[] arguments) {
        Trial trial = Trial.of(arguments);
        for (long seed : trial.seeds()) {
            new PlanCase(trial, World.planted(trial.world(), seed)).measure(seed);
        }
    }

    private void measure(long seed) {
        switch (trial.contender()) {
            case RANDOM -> measure(truth, GreedyAllocator.random(seed, trial.execution()));
            case RESPONSE -> {
                UpliftScores scores = scores(Contenders.DEFAULT);
                measure(
                        campaign.valuation().value(scores),
                        GreedyAllocator.byScore(scores.orderProbability(), trial.execution()));
            }
            default -> measure(campaign.valuation().value(scores(trial.contender())), allocator);
        }
    }

    private void measure(OfferBook offers, Allocator planner) {
        BudgetCurve best =
                allocator.allocate(truth, budget(BUDGETS[0]), ONE_SEND).curve().orElseThrow();
        for (double perCustomer : BUDGETS) {
            Budget budget = budget(perCustomer);
            SendPlan plan = planner.allocate(offers, budget, ONE_SEND);
            double most = budget.atMost().getAsDouble();
            double spend = spend(plan);
            double gmv = PlantedCampaign.trueValue(plan, truth);
            trial.facts().add("gmv " + perCustomer, gmv / best.valueAt(most));
            trial.facts().add("spend " + perCustomer, spend / most);
            trial.facts().add("money " + perCustomer, spend == 0 ? 0 : gmv / best.valueAt(spend));
        }
    }

    private UpliftScores scores(String contender) {
        CampaignHistory history =
                campaign.world().history(campaign.historyRows()).history().withTiers(TIERS);
        double[][] effects = campaign.audience().uplift();
        double[] constants =
                Arrays.stream(effects)
                        .mapToDouble(effect -> Arrays.stream(effect).average().orElseThrow())
                        .toArray();
        long start = System.nanoTime();
        UpliftScores scores =
                Contenders.named(contender, constants, trial.settings(), trial.execution())
                        .scores(history, campaign.audience().customers());
        trial.facts().add("seconds", (System.nanoTime() - start) / 1e9);
        for (int t = 0; t < effects.length; t++) {
            double error = TrueEffects.of(scores.uplift()[t], effects[t]).rootError();
            trial.facts().add("error " + history.treatments().get(t), error);
        }
        return scores;
    }

    private Budget budget(double perCustomer) {
        return Budget.of(Math.rint(perCustomer * trial.audience() * 100) / 100);
    }

    /** The sends' true expected cost, in currency. */
    private double spend(SendPlan plan) {
        long micros = 0;
        for (int send = 0; send < plan.sends(); send++) {
            micros += truth.costMicros(plan.offer()[send], plan.customer()[send]);
        }
        return (double) micros / OfferBook.MICROS;
    }
}
