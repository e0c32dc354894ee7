package dev.marginal.uplift.storage;

import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.Evaluation;

/**
 * What a model folder holds.
 *
 * @param fit the model with the scores that an honest forecast stands on
 * @param evaluation what the experiment says of it
 */
public record StoredModel(CrossFit fit, Evaluation evaluation) {}
