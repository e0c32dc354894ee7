/** A log becomes a fitted model of value. */
package dev.marginal.value.fitting;
