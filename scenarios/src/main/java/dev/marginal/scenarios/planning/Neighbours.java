package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.GreedyAllocator;
import dev.marginal.optimizer.allocation.PinnedAllocator;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.Measurement;
import dev.marginal.scenarios.Neighbour;
import dev.marginal.tables.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Plans the same audience under the same budget and rules as others would, and measures what they
 * would earn on the rows that measure the plan.
 */
final class Neighbours {
    private static final Forecast NOTHING =
            new Forecast(Optional.of(Measurement.of(0, Map.of())), List.of());
    private static final Forecast UNMEASURED = new Forecast(Optional.empty(), List.of());

    private final Valued valued;
    private final CampaignPlan plan;
    private final Forecast forecast;
    private final Budget budget;
    private final Rules rules;
    private final Pins pins;
    private final Execution execution;
    private final List<Neighbour> neighbours = new ArrayList<>();

    Neighbours(
            Valued valued,
            CampaignPlan plan,
            Forecast forecast,
            Budget budget,
            Rules rules,
            Pins pins,
            Execution execution) {
        this.valued = valued;
        this.plan = plan;
        this.forecast = forecast;
        this.budget = budget;
        this.rules = rules;
        this.pins = pins;
        this.execution = execution;
    }

    /** From doing nothing to the bound, worst to best by intention. */
    List<Neighbour> all() {
        Forecaster forecaster = Forecaster.of(valued);
        CustomerKinds kinds = CustomerKinds.of(plan.offers(), rules);
        GreedyAllocator responders = byResponse(valued.valuation().response(plan.scores()));
        GreedyAllocator heldOutResponders = byResponse(forecaster.response());
        GreedyAllocator earners = GreedyAllocator.byValuePerCost(execution);

        add("do nothing", Neighbour.Kind.POLICY, 0, 0, 0, NOTHING);
        planned(
                "random within the budget",
                GreedyAllocator.random(valued.file().seed(), execution),
                forecaster::ofDrawn);
        planned(
                "best by response",
                responders,
                other ->
                        forecaster.forecast(
                                other, responders, heldOutResponders, rules, pins, kinds));
        planned(
                "greedy by value per cost",
                earners,
                other -> forecaster.forecast(other, earners, earners, rules, pins, kinds));
        add("this plan", Neighbour.Kind.PLAN, plan.sends(), forecast);
        double bound = plan.sends().bound();
        add("upper bound of any plan", Neighbour.Kind.BOUND, bound, 0, 0, UNMEASURED);
        return List.copyOf(neighbours);
    }

    private GreedyAllocator byResponse(float[][] response) {
        return GreedyAllocator.byScore(response, execution);
    }

    /**
     * A way of planning that finds no plan within the rules is left out: it is no neighbour here.
     */
    private void planned(
            String name, GreedyAllocator how, Function<CampaignPlan, Forecast> measured) {
        SendPlan other = new PinnedAllocator(pins, how).allocate(plan.offers(), budget, rules);
        if (other.outcome() != Outcome.NOT_FOUND) {
            CampaignPlan likewise = new CampaignPlan(plan.scores(), plan.offers(), other);
            add(name, Neighbour.Kind.POLICY, other, measured.apply(likewise));
        }
    }

    private void add(String name, Neighbour.Kind kind, SendPlan sends, Forecast measured) {
        add(name, kind, sends.value(), sends.spend(), sends.sends(), measured);
    }

    private void add(
            String name,
            Neighbour.Kind kind,
            double value,
            double spend,
            long sends,
            Forecast measured) {
        neighbours.add(new Neighbour(name, kind, value, spend, sends, measured));
    }
}
