/**
 * Runs each measurement in a JVM of its own, with its own heap and an end from outside, and hands
 * what it found back as facts. Calls nothing else of Marginal but {@code tables}.
 */
package dev.marginal.benchmarks.processes;
