/**
 * XGBoost4J as anybody would call it, without Marginal around it: what fitting and scoring cost at
 * least. Calls nothing else.
 */
package dev.marginal.benchmarks.peers.xgboost;
