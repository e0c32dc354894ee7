package dev.marginal.uplift.choosing;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.Choice;
import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The model of the chosen learner.
 *
 * @param fit the model, fitted on all rows, with composite out-of-fold scores: each fold's come
 *     from the learner that the other folds chose
 * @param choice how it was chosen
 * @param candidates every learner's own out-of-fold scores, by name in the order of the list
 */
public record ChosenModel(CrossFit fit, Choice choice, Map<String, OutOfFoldScores> candidates) {
    public ChosenModel {
        Requires.require(!candidates.isEmpty(), "candidates", candidates, "at least one");
        candidates = Collections.unmodifiableMap(new LinkedHashMap<>(candidates));
    }
}
