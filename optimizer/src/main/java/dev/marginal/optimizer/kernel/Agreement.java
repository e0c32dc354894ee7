package dev.marginal.optimizer.kernel;

/**
 * Rows that get the same in the place of any of some customers.
 *
 * @param places numbers of those customers
 * @param rows numbers of the rows
 * @param sets what each of the rows gets, as bits
 */
public record Agreement(int[] places, int[] rows, long[] sets) {}
