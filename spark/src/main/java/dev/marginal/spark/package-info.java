/**
 * The same plan as on one machine, over partitions of its customers.
 *
 * <p>It distributes, it does not re-derive: scores, values, passes over customers, prices, rounding
 * and proofs are those of {@code uplift}, {@code scenarios} and {@code optimizer}. The only package
 * that knows Spark.
 */
package dev.marginal.spark;
