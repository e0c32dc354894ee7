package dev.marginal.optimizer.core;

/**
 * Customers with the same cell, values and costs, and the sets that the prices hardly tell apart
 * for them.
 *
 * @param customers one or more, ascending; rows of whatever columns they were found in
 * @param sets the set that everyone has to begin with, then others
 */
public record Twins(int[] customers, long[] sets) {
    /** How many. */
    public int count() {
        return customers.length;
    }
}
