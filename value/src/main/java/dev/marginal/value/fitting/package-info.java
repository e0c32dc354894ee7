/**
 * A log becomes a fitted model of value. May call {@code purchases}, {@code spending}, {@code
 * scoring}, {@code boosted}, {@code log} and the nouns.
 */
package dev.marginal.value.fitting;
