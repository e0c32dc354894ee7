/**
 * A small campaign as one integer program for CP-SAT and SCIP, exact in micro-units.
 *
 * <p>Calls {@code kernel} and {@code solving}.
 */
package dev.marginal.optimizer.whole;
