package dev.marginal.boosting;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Requires;
import java.util.List;

/**
 * One feature as the model learnt it.
 *
 * @param words the categories of the history, sorted; empty for a number
 */
public record FeatureSpec(String name, boolean category, List<String> words) {
    public FeatureSpec {
        Requires.text(name, "feature");
        words = List.copyOf(words);
    }

    /** What a model learns of this column. */
    public static FeatureSpec of(Column column) {
        return column instanceof CategoryColumn category
                ? new FeatureSpec(column.name(), true, category.words())
                : new FeatureSpec(column.name(), false, List.of());
    }
}
