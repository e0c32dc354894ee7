package dev.marginal.scenarios.audit;

import dev.marginal.tables.duckdb.Database;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** That the sends keep the budget and every rule. */
record LimitClaims(Database database, AuditTables tables, RuleClaims rules, Optional<Risk> risk) {
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
        risk.map(Risk::claim).ifPresent(claims::add);
    }
}
