/**
 * Drafts a campaign file from tables of which nobody has said yet what their columns mean: guesses
 * with their reasons and doubts, and the file in words. What it drafts is read back before anybody
 * gets it, so that it runs as it stands.
 */
package dev.marginal.scenarios.drafting;
