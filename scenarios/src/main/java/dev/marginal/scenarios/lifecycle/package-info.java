/**
 * What a campaign's log of purchases says of its customers: where each stands and what they are
 * worth, on the plan's day for the audience, on the eve of each row's own day for the history.
 */
package dev.marginal.scenarios.lifecycle;
