package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
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

    private final Decision decided;
    private final Execution execution;
    private final List<Neighbour> neighbours = new ArrayList<>();

    Neighbours(Decision decided, Execution execution) {
        this.decided = decided;
        this.execution = execution;
    }

    /** From doing nothing to the bound, worst to best by intention. */
    List<Neighbour> all() {
        Forecaster forecaster = decided.forecaster();
        SendPlan plan = decided.plan().sends();
        GreedyAllocator responders =
                byResponse(decided.valued().valuation().response(decided.plan().scores()));
        GreedyAllocator heldOutResponders = byResponse(forecaster.response());
        GreedyAllocator earners = GreedyAllocator.byValuePerCost(execution);

        add("do nothing", Neighbour.Kind.POLICY, 0, 0, 0, NOTHING);
        planned(
                "random within the budget",
                GreedyAllocator.random(decided.valued().file().seed(), execution),
                forecaster::ofDrawn);
        planned(
                "best by response",
                responders,
                other -> measured(other, responders, heldOutResponders));
        planned("greedy by value per cost", earners, other -> measured(other, earners, earners));
        add("this plan", Neighbour.Kind.PLAN, plan, decided.forecast());
        add("upper bound of any plan", Neighbour.Kind.BOUND, plan.bound(), 0, 0, UNMEASURED);
        return List.copyOf(neighbours);
    }

    private GreedyAllocator byResponse(float[][] response) {
        return GreedyAllocator.byScore(response, execution);
    }

    private Forecast measured(CampaignPlan other, GreedyAllocator how, GreedyAllocator heldOut) {
        return decided.forecaster()
                .forecast(other, how, heldOut, decided.rules(), decided.pins(), decided.kinds());
    }

    /**
     * A way of planning that finds no plan within the rules is left out: it is no neighbour here.
     */
    private void planned(
            String name, GreedyAllocator how, Function<CampaignPlan, Forecast> measured) {
        OfferBook offers = decided.plan().offers();
        SendPlan other =
                new PinnedAllocator(decided.pins(), how)
                        .allocate(offers, decided.budget(), decided.rules());
        if (other.outcome() != Outcome.NOT_FOUND) {
            CampaignPlan likewise = new CampaignPlan(decided.plan().scores(), offers, other);
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
