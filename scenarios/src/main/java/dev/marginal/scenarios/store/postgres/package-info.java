/**
 * Plans in PostgreSQL, for machines that share no disk. Beside {@code tables.duckdb} the only place
 * that imports {@code java.sql}.
 */
package dev.marginal.scenarios.store.postgres;
