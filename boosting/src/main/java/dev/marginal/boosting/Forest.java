package dev.marginal.boosting;

/**
 * Fitted trees, as bytes in XGBoost's UBJ format; holds no native memory.
 *
 * @param bytes not to be changed
 */
public record Forest(byte[] bytes) {}
