/**
 * Dated result files in Markdown, with the machine that they were measured on. Calls nothing else
 * of Marginal.
 */
package dev.marginal.benchmarks.reports;
