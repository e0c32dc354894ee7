/**
 * How long it takes to work out what a long log of sends leaves of contact caps, and how much
 * memory. Calls {@code processes} and {@code reports}, and the doors of {@code scenarios} and
 * {@code tables}.
 */
package dev.marginal.benchmarks.contacts;
