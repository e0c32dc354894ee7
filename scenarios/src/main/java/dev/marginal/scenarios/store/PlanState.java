package dev.marginal.scenarios.store;

import dev.marginal.tables.Requires;

/** How far a plan has come. */
public enum PlanState {
    /** Somebody is at it. */
    RESERVED,
    /** Its files are written. */
    BUILT,
    /** They bear out what it promises. */
    AUDITED,
    /** It is the plan of its campaign and date. */
    PUBLISHED,
    /** It came to nothing. */
    FAILED,
    /** Another plan took its place. */
    SUPERSEDED;

    /** Whether somebody is still at it. */
    public boolean isOpen() {
        return compareTo(PUBLISHED) < 0;
    }

    /**
     * Checks that work goes forward.
     *
     * @throws IllegalArgumentException if an attempt in this state cannot reach {@code next} while
     *     it is open
     */
    public void requireLeadsTo(PlanState next) {
        Requires.require(
                isOpen() && next.isOpen() && next.compareTo(this) > 0,
                "state after " + this,
                next,
                "a later one of BUILT and AUDITED");
    }
}
