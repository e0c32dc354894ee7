/**
 * When and how often customers may be contacted: caps with exact window semantics, send times,
 * quiet hours, and what is left of every cap after what was sent before. Knows tables, not
 * campaigns.
 */
package dev.marginal.scenarios.contacts;
