/**
 * Reads, writes and audits tables with DuckDB; the only place that imports {@code org.duckdb} or
 * {@code java.sql}.
 *
 * <p>May call the nouns of {@link dev.marginal.tables} and the shape of CSV files in {@link
 * dev.marginal.tables.csv}. Doors: {@link dev.marginal.tables.duckdb.DuckDbReader}, {@link
 * dev.marginal.tables.duckdb.TableFiles} and {@link dev.marginal.tables.duckdb.Database}.
 */
package dev.marginal.tables.duckdb;
