package dev.marginal.scenarios;

import dev.marginal.uplift.Interval;
import java.util.List;

/**
 * What a plan will earn, as the held-out experiment says it.
 *
 * @param incrementalGmv over the whole audience, in currency, with its 95 % interval
 * @param modelClaims what the model that made the plan says of its own sends, in currency
 * @param offersWithoutEvidence offers that are sent though no held-out customer would be picked for
 *     them; they count as zero
 */
public record Forecast(
        Interval incrementalGmv, double modelClaims, List<String> offersWithoutEvidence) {
    public Forecast {
        offersWithoutEvidence = List.copyOf(offersWithoutEvidence);
    }
}
