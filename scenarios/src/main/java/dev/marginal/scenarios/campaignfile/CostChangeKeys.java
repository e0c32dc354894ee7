package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.changes.OfferCost;
import java.util.Optional;

/** What a scenario adds to the cost of offers. */
record CostChangeKeys(Section cost) {
    private static final double MOST = 1e8;

    /**
     * The change, or empty after a problem.
     *
     * @param of an offer or a channel; empty after a problem
     */
    Optional<Change> change(String of) {
        double send = more("per_send");
        double order = more("per_order");
        if (!cost.has("per_send") && !cost.has("per_order")) {
            cost.missing("per_order", "per_order: 2.00, which is added to what it costs now");
        }
        cost.noOtherKeys();
        return of.isEmpty() ? Optional.empty() : Optional.of(new OfferCost(of, send, order));
    }

    private double more(String key) {
        return cost.number(key, -MOST, MOST, "must be an amount of money within 100 million")
                .orElse(0);
    }
}
