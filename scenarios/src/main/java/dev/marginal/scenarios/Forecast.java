package dev.marginal.scenarios;

import dev.marginal.uplift.Interval;
import java.util.List;
import java.util.Optional;

/**
 * What a plan will earn, as the held-out experiment says it.
 *
 * @param incrementalGmv over the whole audience, in currency, with its 95 % interval; empty where
 *     none of the offers sent could be measured
 * @param modelClaims what the model that made the plan says of its own sends, in currency
 * @param offersWithoutEvidence offers that are sent, to all or some segments, though hardly any
 *     held-out customer would be picked for them; the estimate leaves those sends out
 */
public record Forecast(
        Optional<Interval> incrementalGmv, double modelClaims, List<String> offersWithoutEvidence) {
    public Forecast {
        offersWithoutEvidence = List.copyOf(offersWithoutEvidence);
    }
}
