/**
 * Which rows are held out together: {@link dev.marginal.uplift.folds.Folds} deals customers, or
 * blocks of time, into folds. May call the nouns only.
 */
package dev.marginal.uplift.folds;
