/**
 * What benchmarks are made of: a family of generated campaigns, and the campaigns.
 *
 * <p>Workers stand one level down: {@code families} generates, {@code checking} recomputes what a
 * plan keeps, {@code scale}, {@code peers} and {@code kernel} measure, {@code processes} runs each
 * measurement in a JVM of its own, {@code reports} writes the dated tables, {@code cli} is the
 * door. This module calls {@code optimizer} and {@code tables}, and is the only one beside the
 * optimizer that may import OR-Tools: in {@code peers}, to measure it.
 */
package dev.marginal.benchmarks;
