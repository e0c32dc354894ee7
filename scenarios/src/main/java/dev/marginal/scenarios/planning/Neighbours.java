package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.GreedyAllocator;
import dev.marginal.scenarios.Campaign;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Neighbour;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.UpliftScores;
import java.util.ArrayList;
import java.util.List;

/** Plans the same audience under the same budget and rules as others would. */
final class Neighbours {
    private final Campaign campaign;
    private final CampaignPlan plan;
    private final List<Neighbour> neighbours = new ArrayList<>();

    private Neighbours(Campaign campaign, CampaignPlan plan) {
        this.campaign = campaign;
        this.plan = plan;
    }

    /**
     * From doing nothing to the bound, worst to best by intention.
     *
     * @param seed of the random one
     */
    static List<Neighbour> of(
            Campaign campaign, CampaignPlan plan, long seed, Execution execution) {
        Neighbours neighbours = new Neighbours(campaign, plan);
        neighbours.add("do nothing", Neighbour.Kind.POLICY, 0, 0, 0);
        neighbours.add("random within the budget", GreedyAllocator.random(seed, execution));
        neighbours.add(
                "best by response", GreedyAllocator.byScore(neighbours.response(), execution));
        neighbours.add("greedy by value per cost", GreedyAllocator.byValuePerCost(execution));
        SendPlan sends = plan.sends();
        neighbours.add(
                "this plan", Neighbour.Kind.PLAN, sends.value(), sends.spend(), sends.sends());
        neighbours.add("upper bound of any plan", Neighbour.Kind.BOUND, sends.bound(), 0, 0);
        return neighbours.neighbours;
    }

    /**
     * A way of planning that finds no plan within the rules is left out: it is no neighbour here.
     */
    private void add(String name, Allocator allocator) {
        SendPlan other = allocator.allocate(plan.offers(), campaign.budget(), campaign.rules());
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
        return campaign.valuation().offers().stream()
                .map(offer -> scores.orderProbability()[offer.treatmentIn(scores)])
                .toArray(float[][]::new);
    }
}
