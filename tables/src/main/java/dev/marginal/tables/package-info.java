/**
 * Files in, typed columns out: every problem of a file at once, with file, line, column, value,
 * expectation and advice.
 *
 * <p>The nouns stand here ({@link dev.marginal.tables.Source}, {@link dev.marginal.tables.Layout},
 * {@link dev.marginal.tables.Table}, {@link dev.marginal.tables.Problem}); DuckDB does the reading
 * and writing one level down. This module knows no marketing and calls no other module of Marginal.
 */
package dev.marginal.tables;
