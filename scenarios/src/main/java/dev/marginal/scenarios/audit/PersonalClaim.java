package dev.marginal.scenarios.audit;

import java.util.List;

/** A rule's promise to each customer: at most {@code most} of these offers. */
record PersonalClaim(String promise, List<String> offers, int most) {
    /** Whether the two sets of offers overlap without one lying inside the other. */
    boolean crosses(PersonalClaim other) {
        boolean overlap = offers.stream().anyMatch(other.offers::contains);
        return overlap && !offers.containsAll(other.offers) && !other.offers.containsAll(offers);
    }
}
