/**
 * A log of transactions (customer, time, amount) becomes one row per customer; what was left out of
 * it is counted and told.
 */
package dev.marginal.value.log;
