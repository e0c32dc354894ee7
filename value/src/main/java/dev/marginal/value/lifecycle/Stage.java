package dev.marginal.value.lifecycle;

import java.util.Locale;

/** Where a customer stands. */
public enum Stage {
    NEW,
    ACTIVE,
    LOYAL,
    AT_RISK,
    DORMANT,
    LOST;

    /** In words, such as {@code at risk}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
