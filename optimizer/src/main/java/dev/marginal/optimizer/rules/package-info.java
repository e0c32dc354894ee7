/**
 * The marketing sentences that a campaign can say, each a record that explains itself as limits.
 *
 * <p>A new rule is one record here; no allocator changes. Calls the nouns of the module and {@code
 * tables}, nothing else.
 */
package dev.marginal.optimizer.rules;
