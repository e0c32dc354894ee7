/** The same campaigns planned by one machine's threads and by Spark. */
package dev.marginal.benchmarks.spreading;
