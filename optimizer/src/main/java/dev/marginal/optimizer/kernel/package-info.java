/**
 * What one customer and one pass over the customers do at given prices.
 *
 * <p>At prices every offer has three numbers in every cell ({@link
 * dev.marginal.optimizer.kernel.Rates}), and one more for each measure; a customer's best
 * admissible set follows from them and the personal limits alone, and every shared limit's use
 * follows from the sums of a pass. The number of limits therefore does not matter here. Outsiders
 * use {@link dev.marginal.optimizer.kernel.Policy}; the rest serves the solver's packages. Pure
 * Java on primitive arrays; calls the nouns of the module and {@code tables}.
 */
package dev.marginal.optimizer.kernel;
