package dev.marginal.uplift.inspection;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.Drift.Reading;
import dev.marginal.uplift.FeatureProfile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Customers counted in the bins of a profile.
 *
 * @param counts in each bin, or of each word
 * @param unseen with a word that the profile does not have
 * @param below the profile's lowest number
 * @param above its highest
 * @param isConstant whether every customer has a value, and all the same
 */
record Spread(
        int rows,
        int[] counts,
        int missing,
        int unseen,
        List<String> unseenWords,
        int below,
        int above,
        boolean isConstant) {
    private static final double SHIFTED = 0.1;
    private static final double DIFFERENT = 0.25;
    private static final double HARDLY_CHANCE = 0.999;
    private static final double HALF_A_ROW = 0.5;
    private static final int WORDS_TOLD = 3;

    static Spread before(FeatureProfile profile) {
        return new Spread(
                profile.rows(),
                profile.counts().stream().mapToInt(Integer::intValue).toArray(),
                profile.missing(),
                0,
                List.of(),
                0,
                0,
                profile.neverVaries());
    }

    static Spread of(FeatureProfile profile, NumberColumn column) {
        float[] edges = new float[profile.edges().size()];
        for (int edge = 0; edge < edges.length; edge++) {
            edges[edge] = profile.edges().get(edge);
        }
        float[] sorted = Quantiles.sorted(column.values());
        int[] counts = new int[profile.counts().size()];
        int below = 0;
        int above = 0;
        for (float value : sorted) {
            counts[Quantiles.bin(edges, value)]++;
            below += value < profile.least() ? 1 : 0;
            above += value > profile.most() ? 1 : 0;
        }
        boolean constant =
                sorted.length == column.rows()
                        && sorted.length > 0
                        && sorted[0] == sorted[sorted.length - 1];
        int missing = column.rows() - sorted.length;
        return new Spread(column.rows(), counts, missing, 0, List.of(), below, above, constant);
    }

    static Spread of(FeatureProfile profile, CategoryColumn column) {
        int[] each = new int[column.words().size()];
        IntStream.of(column.codes()).filter(code -> code >= 0).forEach(code -> each[code]++);
        Map<String, Integer> places = new HashMap<>();
        profile.words().forEach(word -> places.put(word, places.size()));
        int[] counts = new int[profile.words().size()];
        int unseen = 0;
        for (int word = 0; word < each.length; word++) {
            Integer place = places.get(column.words().get(word));
            if (place == null) {
                unseen += each[word];
            } else {
                counts[place] = each[word];
            }
        }
        List<String> strangers =
                IntStream.range(0, each.length)
                        .filter(word -> each[word] > 0)
                        .filter(word -> !places.containsKey(column.words().get(word)))
                        .boxed()
                        .sorted((a, b) -> Integer.compare(each[b], each[a]))
                        .limit(WORDS_TOLD)
                        .map(column.words()::get)
                        .toList();
        int there = IntStream.of(each).sum();
        boolean constant = IntStream.of(each).anyMatch(count -> count == column.rows());
        return new Spread(
                column.rows(), counts, column.rows() - there, unseen, strangers, 0, 0, constant);
    }

    double share(int some) {
        return rows == 0 ? 0 : (double) some / rows;
    }

    /** The population stability index; zero without customers. */
    double stabilityAgainst(Spread before) {
        double[] now = shares();
        double[] then = before.shares();
        double index = 0;
        for (int bin = 0; bin < now.length && rows > 0; bin++) {
            index += (now[bin] - then[bin]) * Math.log(now[bin] / then[bin]);
        }
        return index;
    }

    /**
     * The usual reading of the index, but stable where chance alone might lead so far: without any
     * drift, index / (1/n + 1/m) is about chi-squared with one degree of freedom less than there
     * are bins that anybody is in.
     */
    Reading readingAgainst(Spread before) {
        double index = stabilityAgainst(before);
        if (index < SHIFTED || index < byChance(before)) {
            return Reading.STABLE;
        }
        return index < DIFFERENT ? Reading.SHIFTED : Reading.DIFFERENT;
    }

    private double byChance(Spread before) {
        int[] now = bins();
        int[] then = before.bins();
        long filled = IntStream.range(0, now.length).filter(b -> now[b] + then[b] > 0).count();
        return filled < 2
                ? 0
                : (1.0 / rows + 1.0 / before.rows)
                        * new ChiSquaredDistribution(null, filled - 1)
                                .inverseCumulativeProbability(HARDLY_CHANCE);
    }

    /** Customers in every bin, and those without a value or with a new word. */
    private int[] bins() {
        int[] bins = Arrays.copyOf(counts, counts.length + 2);
        bins[counts.length] = missing;
        bins[counts.length + 1] = unseen;
        return bins;
    }

    private double[] shares() {
        int[] bins = bins();
        return IntStream.of(bins)
                .mapToDouble(count -> (count + HALF_A_ROW) / (rows + HALF_A_ROW * bins.length))
                .toArray();
    }
}
