package dev.marginal.uplift.choosing;

import dev.marginal.uplift.Choice;
import dev.marginal.uplift.CrossFit;

/**
 * The model of the chosen learner.
 *
 * @param fit the model, fitted on all rows, with out-of-fold scores of which each fold's come from
 *     the learner that the other folds chose
 * @param choice how it was chosen
 */
public record ChosenModel(CrossFit fit, Choice choice) {}
