/**
 * Customers whose true uplift is known: {@link dev.marginal.uplift.planted.PlantedWorld} makes them
 * for tests, examples and benchmarks alike. May call the nouns only.
 */
package dev.marginal.uplift.planted;
