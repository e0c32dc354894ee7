package dev.marginal.uplift;

/**
 * A model of the whole history, with what models of its parts say of the rows they never saw.
 *
 * @param model fitted on all rows
 * @param outOfFold scores and doubly robust effects of every row, by models of the other folds
 * @param randomisation how the history's customers came to their arms
 */
public record CrossFit(UpliftModel model, OutOfFoldScores outOfFold, Randomisation randomisation) {}
