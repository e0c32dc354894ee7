package dev.marginal.scenarios.audit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule's promise over all customers: {@code least ≤ Σ weight × charge ≤ most}.
 *
 * @param parts what is added up
 * @param least empty for no floor
 * @param most empty for no ceiling
 */
record SharedClaim(
        String promise, List<Part> parts, Optional<BigDecimal> least, Optional<BigDecimal> most) {
    /**
     * What some sends count.
     *
     * @param charge {@code sends}, {@code cost}, {@code value} or an amount's name
     */
    record Part(Set<String> offers, Where where, String charge, BigDecimal weight) {
        static Part of(List<String> offers, Where where, String charge, long weight) {
            return new Part(Set.copyOf(offers), where, charge, BigDecimal.valueOf(weight));
        }
    }

    boolean allows(BigDecimal use) {
        return least.map(limit -> use.compareTo(limit) >= 0).orElse(true)
                && most.map(limit -> use.compareTo(limit) <= 0).orElse(true);
    }

    /** The numbers, as a finding. */
    String found(BigDecimal use) {
        return "%s of at most %s%s"
                .formatted(
                        use.toPlainString(),
                        most.map(BigDecimal::toPlainString).orElse("any number"),
                        least.map(limit -> ", at least " + limit.toPlainString()).orElse(""));
    }
}
