package dev.marginal.scenarios.audit;

import java.util.List;

/**
 * A rule's promise to each customer: at most {@code most} of these offers.
 *
 * @param cap the number of the cap that says how many for each customer; −1 where {@code most} does
 *     for all
 */
record PersonalClaim(String promise, List<String> offers, int most, int cap) {
    private static final int NONE = -1;

    PersonalClaim(String promise, List<String> offers, int most) {
        this(promise, offers, most, NONE);
    }

    /** What a cap leaves to each customer. */
    static PersonalClaim left(int cap, String name, List<String> offers) {
        return new PersonalClaim(
                "no customer gets more than cap %s leaves".formatted(name), offers, 0, cap);
    }

    boolean isLeft() {
        return cap != NONE;
    }

    /** SQL: how many a customer may get, from a row's column {@code slots_most}. */
    String allowed() {
        return isLeft() ? "coalesce(slots_most, %d)".formatted(offers.size()) : most + "";
    }

    /** Whether the two sets of offers overlap without one lying inside the other. */
    boolean crosses(PersonalClaim other) {
        boolean overlap = offers.stream().anyMatch(other.offers::contains);
        return overlap && !offers.containsAll(other.offers) && !other.offers.containsAll(offers);
    }
}
