/**
 * Customers whose true uplift is known, for tests, examples and benchmarks alike: {@link
 * dev.marginal.uplift.planted.PlantedWorld} for campaigns, {@link
 * dev.marginal.uplift.planted.NieWagerWorld} for the trials that the literature compares learners
 * by. May call the nouns only.
 */
package dev.marginal.uplift.planted;
