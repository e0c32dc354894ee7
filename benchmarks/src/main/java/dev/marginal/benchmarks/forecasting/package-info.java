/**
 * Whether the honest forecast covers what plans truly earn, and how much their models overpromise:
 * planted campaigns planned from files to forecast. Calls {@code contenders}, {@code statistics},
 * {@code processes} and {@code reports}, and the doors of {@code scenarios}, {@code optimizer} and
 * {@code uplift}.
 */
package dev.marginal.benchmarks.forecasting;
