/** Executors in processes of their own where there is no cluster: for tests and measurements. */
package dev.marginal.spark.standalone;
