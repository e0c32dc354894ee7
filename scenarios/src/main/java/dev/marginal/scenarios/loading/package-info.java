/**
 * Turns a campaign file's tables into what {@code uplift} learns from and scores, and what rules
 * want to know of the customers: segments, conditions and amounts. Words of the campaign file that
 * the audience does not bear out are told here. Calls {@code tables.duckdb} for conditions.
 */
package dev.marginal.scenarios.loading;
