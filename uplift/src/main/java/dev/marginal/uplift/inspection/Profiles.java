package dev.marginal.uplift.inspection;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.FeatureProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Counts how rows are spread over a feature. */
public final class Profiles {
    private static final int BINS = 10;

    private Profiles() {}

    /** How the rows of a number or category column are spread. */
    public static FeatureProfile of(Column feature) {
        return feature instanceof CategoryColumn words
                ? ofWords(words)
                : ofNumbers((NumberColumn) feature);
    }

    private static FeatureProfile ofWords(CategoryColumn feature) {
        int[] counts = new int[feature.words().size()];
        int missing = 0;
        for (int code : feature.codes()) {
            if (code == CategoryColumn.MISSING) {
                missing++;
            } else {
                counts[code]++;
            }
        }
        return new FeatureProfile(
                feature.name(),
                true,
                missing,
                Float.NaN,
                Float.NaN,
                List.of(),
                feature.words(),
                list(counts));
    }

    private static FeatureProfile ofNumbers(NumberColumn feature) {
        float[] sorted = Quantiles.sorted(feature.values());
        float[] edges = Quantiles.edges(sorted, BINS);
        int[] counts = new int[edges.length + 1];
        for (float value : sorted) {
            counts[Quantiles.bin(edges, value)]++;
        }
        boolean none = sorted.length == 0;
        return new FeatureProfile(
                feature.name(),
                false,
                feature.rows() - sorted.length,
                none ? Float.NaN : sorted[0],
                none ? Float.NaN : sorted[sorted.length - 1],
                list(edges),
                List.of(),
                list(counts));
    }

    private static List<Integer> list(int[] counts) {
        return IntStream.of(counts).boxed().toList();
    }

    private static List<Float> list(float[] edges) {
        List<Float> list = new ArrayList<>();
        for (float edge : edges) {
            list.add(edge);
        }
        return list;
    }
}
