/**
 * How near learners come to the truth where it is known: effects in planted worlds and in the
 * trials of Nie and Wager, and what plans by those effects truly earn. One JVM per contender and
 * world, several seeds in it. Calls {@code statistics}, {@code processes} and {@code reports}, and
 * the doors of {@code uplift}, {@code optimizer} and {@code scenarios}.
 */
package dev.marginal.benchmarks.learning;
