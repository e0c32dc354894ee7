/**
 * Campaigns whose truth is known: true uplift, true cost and the plan that an oracle would make;
 * for tests, examples and benchmarks alike.
 */
package dev.marginal.scenarios.planted;
