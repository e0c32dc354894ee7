/**
 * Plans the campaigns of a house for one day, knowing what was sent before: gates, shared caps,
 * today's budget, exploration, and the way into the plan store.
 */
package dev.marginal.scenarios.daily;
