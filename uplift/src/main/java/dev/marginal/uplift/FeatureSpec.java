package dev.marginal.uplift;

import java.util.List;

/**
 * One feature as the model learnt it.
 *
 * @param words the categories of the history, sorted; empty for a number
 */
public record FeatureSpec(String name, boolean category, List<String> words) {
    public FeatureSpec {
        words = List.copyOf(words);
    }
}
