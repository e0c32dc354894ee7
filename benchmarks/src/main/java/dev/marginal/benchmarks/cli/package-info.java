/** The door of the benchmarks; the only package here that prints. Calls every other one. */
package dev.marginal.benchmarks.cli;
