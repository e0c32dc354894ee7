package dev.marginal.scenarios.holdout;

import dev.marginal.tables.Requires;

/**
 * Customers who are never sent anything: those whose bucket, HMAC-SHA-256(salt, id) mod 10,000,
 * lies in [from, until).
 *
 * @param name such as {@code global} or the campaign's
 * @param salt keeps one holdout's customers independent of another's
 * @param from first bucket
 * @param until first bucket after it
 */
public record Holdout(String name, String salt, int from, int until) {
    /** How many buckets there are. */
    public static final int BUCKETS = 10_000;

    public Holdout {
        Requires.text(name, "holdout");
        Requires.text(salt, "salt of holdout " + name);
        Requires.require(
                from >= 0 && from <= until && until <= BUCKETS,
                "buckets of holdout " + name,
                from + " to " + until,
                "within 0 to 10000");
    }

    /** The part of all customers, in expectation. */
    public double share() {
        return (double) (until - from) / BUCKETS;
    }
}
