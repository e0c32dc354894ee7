package dev.marginal.scenarios;

import dev.marginal.uplift.Interval;
import java.util.List;
import java.util.Optional;

/**
 * What a plan will earn, as the held-out experiment says it.
 *
 * @param measured incremental GMV over the whole audience; empty where none of the offers sent
 *     could be measured
 * @param modelClaims what the model that made the plan says of its own sends, in currency
 * @param claimsOfSeveralSends the part of {@code modelClaims} that customers with two or more sends
 *     bring: it stands on the assumption that effects of several sends to one customer add up,
 *     which an experiment with one treatment each cannot check
 * @param offersWithoutEvidence offers that are sent, to all or some segments, though hardly any
 *     held-out customer would be picked for them; the estimate leaves those sends out
 */
public record Forecast(
        Optional<Measurement> measured,
        double modelClaims,
        double claimsOfSeveralSends,
        List<String> offersWithoutEvidence) {
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

    /**
     * The share of what the model claims that stands on added effects; {@code NaN} where it claims
     * nothing.
     */
    public double shareOfSeveralSends() {
        return modelClaims > 0 ? claimsOfSeveralSends / modelClaims : Double.NaN;
    }
}
