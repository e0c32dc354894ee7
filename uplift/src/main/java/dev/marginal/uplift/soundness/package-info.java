/**
 * What can be said of a history before any model is fitted: features that know too much, and the
 * smallest effect that could be seen at all.
 */
package dev.marginal.uplift.soundness;
