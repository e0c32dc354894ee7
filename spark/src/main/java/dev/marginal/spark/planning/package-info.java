/**
 * From a campaign file and a folder of audience files to a published plan: partitions read, score
 * and value their own customers with the code of one machine, and write what the plan says of them.
 */
package dev.marginal.spark.planning;
