/** Customers whose truth is known, for tests, examples and benchmarks. */
package dev.marginal.value.planted;
