package dev.marginal.optimizer.kernel;

import java.util.List;

/**
 * {@link Rivals} of one set after the other, of which many in a row are the same; of one thread.
 */
final class LastRivals {
    private final int offers;
    private List<Rivals> rivals = List.of();
    private PersonalLimits personal;
    private long set;

    LastRivals(int offers) {
        this.offers = offers;
    }

    /** As of {@link Rivals#of}. */
    List<Rivals> of(PersonalLimits asked, long askedSet) {
        if (asked != personal || askedSet != set) {
            rivals = Rivals.of(asked, askedSet, offers);
            personal = asked;
            set = askedSet;
        }
        return rivals;
    }
}
