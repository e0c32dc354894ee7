/**
 * Generates the campaigns of a family, in parallel and the same for any number of threads. Calls
 * the nouns of this module and of the optimizer.
 */
package dev.marginal.benchmarks.families;
