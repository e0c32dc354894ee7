/** The door to planning on Spark: {@code plan} and {@code audit}, for spark-submit. */
package dev.marginal.spark.cli;
