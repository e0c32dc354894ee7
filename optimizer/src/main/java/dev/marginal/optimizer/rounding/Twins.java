package dev.marginal.optimizer.rounding;

/**
 * Customers with the same value and cost for every offer, and the sets that the prices hardly tell
 * apart for them.
 *
 * @param customers one or more, ascending
 * @param sets the best set first, then its neighbours
 * @param regrets what each set loses at the prices, in micro-units
 */
record Twins(int[] customers, long[] sets, double[] regrets) {
    int count() {
        return customers.length;
    }
}
