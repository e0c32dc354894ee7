package dev.marginal.uplift;

import dev.marginal.tables.Requires;
import java.util.List;

/**
 * How the history's rows are spread over one feature: small enough to be kept beside a model, and
 * enough to see later whether other customers are like those that it learnt from.
 *
 * @param name of the feature
 * @param category whether its values are words
 * @param missing rows without a value
 * @param least the lowest number; {@code NaN} for a category, and where no row has a value
 * @param most the highest number; likewise
 * @param edges of the bins of a number, ascending, about a tenth of the rows between two of them: a
 *     bin holds what is above its lower edge and not above its upper one, the first and the last
 *     are open
 * @param words of a category, sorted
 * @param counts rows in each bin, or of each word
 */
public record FeatureProfile(
        String name,
        boolean category,
        int missing,
        float least,
        float most,
        List<Float> edges,
        List<String> words,
        List<Integer> counts) {
    public FeatureProfile {
        Requires.text(name, "feature");
        edges = List.copyOf(edges);
        words = List.copyOf(words);
        counts = List.copyOf(counts);
        int bins = category ? words.size() : edges.size() + 1;
        Requires.require(counts.size() == bins, "counts", counts.size(), bins + ", one per bin");
    }

    /** How many rows, those without a value included. */
    public int rows() {
        return missing + counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether every row says the same, so that nothing could be learnt from it. */
    public boolean neverVaries() {
        long words = counts.stream().filter(count -> count > 0).count();
        boolean oneValue = category ? words == 1 : least == most;
        return missing == rows() || missing == 0 && oneValue;
    }
}
