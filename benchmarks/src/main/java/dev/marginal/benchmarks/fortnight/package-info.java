/**
 * What planning with later days in view earns over planning each day alone and over sending first
 * come, first served: planted fortnights. Calls {@code processes}, {@code reports} and {@code
 * statistics}, and the fortnights of {@code scenarios}.
 */
package dev.marginal.benchmarks.fortnight;
