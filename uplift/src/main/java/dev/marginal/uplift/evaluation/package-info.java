/** Soon. */
package dev.marginal.uplift.evaluation;
