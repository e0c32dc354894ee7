/**
 * Who is never sent anything, and who is sent something at random, so that effects can be measured
 * later: keyed hashes that anyone can recompute from the salt.
 */
package dev.marginal.scenarios.holdout;
