/**
 * How long a plan of a given size takes, how near the best it is and how much memory it needs: one
 * JVM per size, several campaigns in it. Calls {@code families}, {@code checking}, {@code
 * processes} and {@code reports}, and the optimizer's doors.
 */
package dev.marginal.benchmarks.scale;
