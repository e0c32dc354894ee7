package dev.marginal.scenarios.audit;

import dev.marginal.tables.duckdb.Database;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;

/** That the sends keep the budget and every rule. */
record LimitClaims(Database database, AuditTables tables, CampaignWords words, RuleClaims rules) {
    /** A share of the budget that the arithmetic of two programs may differ by. */
    private static final double PLAY = 1e-9;

    void addTo(List<Claim> claims) {
        for (SharedClaim rule : rules.shared()) {
            BigDecimal use = tables.use(rule);
            claims.add(new Claim(rule.promise(), rule.allows(use), rule.found(use)));
        }
        for (PersonalClaim rule : rules.personal()) {
            long most = AuditTables.mostOfOneCustomer(database, rule);
            claims.add(
                    new Claim(rule.promise(), most <= rule.most(), "%d at most".formatted(most)));
        }
        words.confidence().ifPresent(confidence -> claims.add(risk(confidence.doubleValue())));
    }

    /** Mean + z·√variance stays within the budget, redemptions being independent. */
    private Claim risk(double confidence) {
        String variance = "m" + tables.amounts().indexOf(AuditTables.VARIANCE);
        Map<String, Object> sums =
                database.rows(
                                "select coalesce(sum(cost), 0)::double as mean, coalesce(sum(%s), 0)::double / 1e6 as variance from sent"
                                        .formatted(variance))
                        .get(0);
        double mean = ((Number) sums.get("mean")).doubleValue();
        double deviation = Math.sqrt(((Number) sums.get("variance")).doubleValue());
        double most =
                mean
                        + new NormalDistribution().inverseCumulativeProbability(confidence)
                                * deviation;
        double budget = words.budget().doubleValue();
        return new Claim(
                "the spend stays within the budget with probability %s".formatted(confidence),
                most <= budget * (1 + PLAY),
                "expected %.2f, standard deviation %.2f, together %.2f of at most %.2f"
                        .formatted(mean, deviation, most, budget));
    }
}
