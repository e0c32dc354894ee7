package dev.marginal.uplift;

/**
 * A model of the whole history, with what models of its parts say of the rows they never saw.
 *
 * @param model fitted on all rows
 * @param outOfFold scores and doubly robust effects of every row, by models of the other folds
 * @param clippedRows rows whose propensity was below 0.01 and was taken as 0.01
 */
public record CrossFit(UpliftModel model, OutOfFoldScores outOfFold, int clippedRows) {}
