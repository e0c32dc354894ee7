/**
 * The same campaigns planned by one machine's threads and by Spark, in one JVM and with the driver
 * apart; and whole plans by Spark, from files to a published folder. Calls {@code families}, {@code
 * processes}, {@code reports} and {@code serving}, and the doors of {@code optimizer} and {@code
 * spark}.
 */
package dev.marginal.benchmarks.spreading;
