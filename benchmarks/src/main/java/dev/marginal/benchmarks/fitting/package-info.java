/**
 * How long the default learner fits and scores, beside XGBoost without Marginal around it, and how
 * much memory fitting needs. Calls {@code peers.xgboost}, {@code statistics}, {@code processes} and
 * {@code reports}, and the doors of {@code uplift}.
 */
package dev.marginal.benchmarks.fitting;
