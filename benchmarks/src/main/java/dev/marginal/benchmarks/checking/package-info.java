/**
 * Recomputes what plans are worth and which limits they break, from the plan and the book alone,
 * with no code of the allocators. Calls the nouns of this module and of the optimizer.
 */
package dev.marginal.benchmarks.checking;
