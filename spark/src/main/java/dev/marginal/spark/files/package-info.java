/** Files on any file system that Hadoop knows, seen from the driver and from tasks. */
package dev.marginal.spark.files;
