package dev.marginal.scenarios;

import dev.marginal.uplift.Interval;
import java.util.List;
import java.util.Optional;

/**
 * What a plan will earn, as the held-out experiment says it.
 *
 * @param measured incremental GMV over the whole audience; empty where none of the offers sent
 *     could be measured
 * @param offersWithoutEvidence offers that are sent, to all or some segments, though hardly any
 *     held-out customer would be picked for them; the estimate leaves those sends out
 */
public record Forecast(Optional<Measurement> measured, List<String> offersWithoutEvidence) {
    public Forecast {
        offersWithoutEvidence = List.copyOf(offersWithoutEvidence);
    }

    /** Incremental GMV over the whole audience, in currency, with its 95 % interval. */
    public Optional<Interval> incrementalGmv() {
        return measured.map(Measurement::interval);
    }

    /**
     * What this plan earns more than another, on the same held-out customers; empty where one of
     * them could not be measured.
     */
    public Optional<Interval> minus(Forecast other) {
        return measured.flatMap(mine -> other.measured.map(mine::minus));
    }
}
