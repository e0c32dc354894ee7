package dev.marginal.uplift;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.tables.Requires;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything a model consists of; what a model folder keeps and what a model is made from again.
 *
 * @param provenance how the model was made
 * @param treatments the treatments' names, in order
 * @param features the features that customers must bring, in order
 * @param constants numbers by name, such as {@code share.push}
 * @param forests boosted trees by name, such as {@code order.push}, each in XGBoost's UBJ format;
 *     not to be changed
 */
public record ModelParts(
        Provenance provenance,
        List<String> treatments,
        List<FeatureSpec> features,
        SortedMap<String, Double> constants,
        SortedMap<String, byte[]> forests) {
    public ModelParts {
        Requires.require(!treatments.isEmpty(), "treatments", treatments, "at least one");
        treatments = List.copyOf(treatments);
        features = List.copyOf(features);
        constants = Collections.unmodifiableSortedMap(new TreeMap<>(constants));
        forests = Collections.unmodifiableSortedMap(new TreeMap<>(forests));
    }
}
