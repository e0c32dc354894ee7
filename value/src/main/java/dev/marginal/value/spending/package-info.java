/** How much customers spend when they buy. */
package dev.marginal.value.spending;
