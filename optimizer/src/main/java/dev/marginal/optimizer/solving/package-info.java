/**
 * Words that solvers and their callers share: deadlines and answers.
 *
 * <p>Calls {@code tables} at most. The solvers themselves stand one level down.
 */
package dev.marginal.optimizer.solving;
