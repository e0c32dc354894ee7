package dev.marginal.scenarios.store;

/** What a plan is for. */
public enum PlanKind {
    /** To be sent. */
    LIVE,
    /** Made after its day, for the record; no exporter sends it. */
    BACKFILL
}
