package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.GreedyAllocator;
import dev.marginal.optimizer.allocation.PinnedAllocator;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Neighbour;
import dev.marginal.scenarios.Valuation;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.UpliftScores;
import java.util.ArrayList;
import java.util.List;

/** Plans the same audience under the same budget and rules as others would. */
final class Neighbours {
    private final CampaignPlan plan;
    private final Valuation valuation;
    private final Budget budget;
    private final Rules rules;
    private final Pins pins;
    private final List<Neighbour> neighbours = new ArrayList<>();

    Neighbours(CampaignPlan plan, Valuation valuation, Budget budget, Rules rules, Pins pins) {
        this.plan = plan;
        this.valuation = valuation;
        this.budget = budget;
        this.rules = rules;
        this.pins = pins;
    }

    /**
     * From doing nothing to the bound, worst to best by intention.
     *
     * @param seed of the random one
     */
    List<Neighbour> all(long seed, Execution execution) {
        add("do nothing", Neighbour.Kind.POLICY, 0, 0, 0);
        add("random within the budget", GreedyAllocator.random(seed, execution));
        add("best by response", GreedyAllocator.byScore(response(), execution));
        add("greedy by value per cost", GreedyAllocator.byValuePerCost(execution));
        SendPlan sends = plan.sends();
        add("this plan", Neighbour.Kind.PLAN, sends.value(), sends.spend(), sends.sends());
        add("upper bound of any plan", Neighbour.Kind.BOUND, sends.bound(), 0, 0);
        return List.copyOf(neighbours);
    }

    /**
     * A way of planning that finds no plan within the rules is left out: it is no neighbour here.
     */
    private void add(String name, Allocator allocator) {
        SendPlan other =
                new PinnedAllocator(pins, allocator).allocate(plan.offers(), budget, rules);
        if (other.outcome() != Outcome.NOT_FOUND) {
            add(name, Neighbour.Kind.POLICY, other.value(), other.spend(), other.sends());
        }
    }

    private void add(String name, Neighbour.Kind kind, double value, double spend, long sends) {
        neighbours.add(new Neighbour(name, kind, value, spend, sends));
    }

    /** The likelihood of an order under each offer, which a response model would rank by. */
    private float[][] response() {
        UpliftScores scores = plan.scores();
        return valuation.offers().stream()
                .map(offer -> scores.orderProbability()[offer.treatmentIn(scores)])
                .toArray(float[][]::new);
    }
}
