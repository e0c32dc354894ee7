/** The everyday job: from a campaign file to a plan with its forecast and its neighbours. */
package dev.marginal.scenarios.planning;
