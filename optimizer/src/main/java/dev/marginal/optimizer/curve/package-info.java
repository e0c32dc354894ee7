/**
 * What any budget earns, where a budget is all that ties customers together.
 *
 * <p>Calls {@code kernel}.
 */
package dev.marginal.optimizer.curve;
