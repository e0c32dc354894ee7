/**
 * What several measurements of one figure say together: means, spreads, paired intervals, and how
 * tables show them. Calls {@code processes} and {@code reports}, and the nouns and rankings of
 * {@code uplift}.
 */
package dev.marginal.benchmarks.statistics;
