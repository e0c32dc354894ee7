package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Segment;
import java.util.List;
import java.util.Optional;

/**
 * A floor that asks for more than a ceiling on the same sends allows: seen without any customer.
 */
final class Contradiction {
    private Contradiction() {}

    /** The first such pair of sides. */
    static Optional<List<Limit>> among(List<Limit> sides) {
        List<Limit.Shared> plain =
                sides.stream()
                        .filter(Limit.Shared.class::isInstance)
                        .map(Limit.Shared.class::cast)
                        .filter(Limit.Shared::isPlain)
                        .toList();
        for (Limit.Shared floor : plain) {
            for (Limit.Shared ceiling : plain) {
                if (exceeds(floor, ceiling)) {
                    return Optional.of(List.of(floor, ceiling));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether every send that counts for the floor counts alike for a ceiling below it. */
    static boolean exceeds(Limit.Shared floor, Limit.Shared ceiling) {
        return floor.hasFloor()
                && ceiling.hasCeiling()
                && floor.least() > ceiling.most()
                && isWithin(floor.parts().get(0), ceiling.parts().get(0));
    }

    private static boolean isWithin(Limit.Part some, Limit.Part all) {
        return some.charge().neverNegative()
                && some.charge().equals(all.charge())
                && isWithin(some.offers(), all.offers())
                && isWithin(some.where(), all.where());
    }

    private static boolean isWithin(OfferSet some, OfferSet all) {
        return (some.bits() & ~all.bits()) == 0;
    }

    private static boolean isWithin(Segment some, Segment all) {
        return all.isEveryone()
                || some.column().equals(all.column()) && all.values().containsAll(some.values());
    }
}
