/** Turns a campaign file's tables into what {@code uplift} learns from and scores. */
package dev.marginal.scenarios.loading;
