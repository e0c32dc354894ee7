package dev.marginal.value.lifecycle;

import java.util.Locale;

/** The ten usual names for squares of recency and frequency scores. */
public enum RfmSegment {
    CHAMPIONS,
    LOYAL,
    POTENTIAL_LOYALISTS,
    NEW,
    PROMISING,
    NEED_ATTENTION,
    ABOUT_TO_SLEEP,
    AT_RISK,
    CANNOT_LOSE,
    HIBERNATING;

    /**
     * The segment of two scores.
     *
     * @param recency 1 to 5
     * @param frequency 1 to 5
     */
    static RfmSegment of(int recency, int frequency) {
        if (recency <= 2) {
            return frequency == 5 ? CANNOT_LOSE : frequency >= 3 ? AT_RISK : HIBERNATING;
        }
        if (frequency >= 4) {
            return recency == 5 ? CHAMPIONS : LOYAL;
        }
        if (recency == 3) {
            return frequency == 3 ? NEED_ATTENTION : ABOUT_TO_SLEEP;
        }
        if (frequency >= 2) {
            return POTENTIAL_LOYALISTS;
        }
        return recency == 5 ? NEW : PROMISING;
    }

    /** In words, such as {@code about to sleep}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
