package dev.marginal.scenarios.planning;

/**
 * Kinds of customers sorted by the prices that they pay, the personal limits that they are under,
 * and the offers that are open to them.
 *
 * @param of the cell of each kind, numbered from 0 as they appear
 * @param first the first customer of each cell
 */
record PricedCells(int[] of, int[] first) {}
