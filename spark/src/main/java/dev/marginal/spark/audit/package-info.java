/**
 * Audits plans that were written in parts. What ties customers of all parts together is asked of
 * Spark SQL; each part by itself is audited in its task by the claims of one machine's audit. No
 * code is shared with the solver.
 */
package dev.marginal.spark.audit;
