/**
 * One pass of the optimizer's kernel over all customers, by JMH, beside a plain reading of the same
 * arrays. Calls {@code families}, {@code processes} and {@code reports}, and the optimizer's
 * kernel.
 */
package dev.marginal.benchmarks.kernel;
