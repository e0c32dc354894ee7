package dev.marginal.scenarios.audit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A rule's promise over all customers: {@code least ≤ sends (or spend) of these offers ≤ most}.
 *
 * @param charge {@code sends} or {@code cost}
 * @param least 0 for no floor
 * @param most empty for no ceiling
 */
record SharedClaim(
        String promise,
        List<String> offers,
        String charge,
        BigDecimal least,
        Optional<BigDecimal> most) {
    boolean allows(BigDecimal use) {
        return use.compareTo(least) >= 0
                && most.map(limit -> use.compareTo(limit) <= 0).orElse(true);
    }
}
