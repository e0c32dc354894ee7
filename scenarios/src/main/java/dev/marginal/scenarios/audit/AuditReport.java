package dev.marginal.scenarios.audit;

import java.util.List;

/** Every claim that was checked. */
public record AuditReport(List<Claim> claims) {
    public AuditReport {
        claims = List.copyOf(claims);
    }

    /** Whether every claim holds. */
    public boolean passed() {
        return broken().isEmpty();
    }

    /** The claims that do not hold. */
    public List<Claim> broken() {
        return claims.stream().filter(claim -> !claim.holds()).toList();
    }
}
