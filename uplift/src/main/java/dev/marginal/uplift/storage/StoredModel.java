package dev.marginal.uplift.storage;

import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Inspection;
import dev.marginal.uplift.Origin;

/**
 * What a model folder holds.
 *
 * @param origin where the history comes from
 * @param fit the model with the scores that an honest forecast stands on
 * @param evaluation what the experiment says of it
 * @param inspection what its uplift rests on
 */
public record StoredModel(
        Origin origin, CrossFit fit, Evaluation evaluation, Inspection inspection) {}
