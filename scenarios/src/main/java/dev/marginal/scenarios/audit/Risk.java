package dev.marginal.scenarios.audit;

import dev.marginal.tables.duckdb.Database;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The budget's confidence: expected spend + z·√variance ≤ budget, redemptions being independent.
 *
 * @param z standard deviations kept free
 * @param budget in currency
 * @param mean expected spend of the sends
 * @param deviation standard deviation of their spend
 */
record Risk(double confidence, double z, double budget, double mean, double deviation) {
    /** A share of the budget that the arithmetic of two programs may differ by. */
    private static final double PLAY = 1e-9;

    /** The sends' risk; empty where the expected spend is all that counts. */
    static Optional<Risk> of(Database database, AuditTables tables, CampaignWords words) {
        if (words.confidence().isEmpty()) {
            return Optional.empty();
        }
        double confidence = words.confidence().get().doubleValue();
        String variance = "m" + tables.amounts().indexOf(AuditTables.VARIANCE);
        Map<String, Object> sums =
                database.rows(
                                "select coalesce(sum(cost), 0)::double as mean, coalesce(sum(%s), 0)::double / 1e6 as variance from sent"
                                        .formatted(variance))
                        .get(0);
        return Optional.of(
                new Risk(
                        confidence,
                        new NormalDistribution().inverseCumulativeProbability(confidence),
                        words.budget().doubleValue(),
                        ((Number) sums.get("mean")).doubleValue(),
                        Math.sqrt(((Number) sums.get("variance")).doubleValue())));
    }

    Claim claim() {
        double together = mean + z * deviation;
        return new Claim(
                "the spend stays within the budget with probability %s".formatted(confidence),
                together <= budget * (1 + PLAY),
                "expected %.2f, standard deviation %.2f, together %.2f of at most %.2f"
                        .formatted(mean, deviation, together, budget));
    }

    /**
     * What stands for the promise among plans whose deviation is from {@code low} to {@code high}:
     * there √V ≥ (V + low·high) / (low + high), so that cost + z·V / (low + high) must stay within
     * the budget less z·low·high / (low + high).
     */
    SharedClaim row(double low, double high, Set<String> offers) {
        BigDecimal surcharge = BigDecimal.valueOf(z / (low + high));
        return new SharedClaim(
                "the budget for deviations from %s to %s".formatted(low, high),
                List.of(
                        new SharedClaim.Part(offers, Where.EVERYONE, "cost", BigDecimal.ONE),
                        new SharedClaim.Part(
                                offers, Where.EVERYONE, AuditTables.VARIANCE, surcharge)),
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(budget - z * low * high / (low + high))));
    }

    /** No plan that keeps the promise deviates by more. */
    double mostDeviation() {
        return Math.max(1e-3, budget / z * (1 + 1e-12));
    }
}
