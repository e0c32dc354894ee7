package dev.marginal.scenarios.store;

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
    SUPERSEDED
}
