package dev.marginal.uplift.propensities;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Something that customers can have more or less of: a number, one word of a category, or the lack
 * of a value.
 *
 * @param name the feature's; a word stands behind an equals sign
 * @param deviation from the weighted mean, for each row, in weighted standard deviations; 0 where
 *     the value is missing
 * @param rank the same of the value's rank among all, which no outlier can pull
 * @param filled whether a row has a value
 * @param rows how many rows tell something: those with a value, or with the rarer answer to whether
 *     they have the word
 */
record Characteristic(
        String name, double[] deviation, double[] rank, IntPredicate filled, long rows) {
    /** A category's most frequent words stand for it. */
    private static final int MOST_WORDS = 30;

    /** Hands over all that vary, one after another; few can be in memory at once. */
    static void each(CampaignHistory history, Consumer<Characteristic> taker) {
        for (Column column : history.customers().features()) {
            if (column instanceof CategoryColumn category) {
                words(category, history, taker);
            } else {
                number((NumberColumn) column, history, taker);
            }
        }
    }

    private static void number(
            NumberColumn column, CampaignHistory history, Consumer<Characteristic> taker) {
        float[] values = column.values();
        IntPredicate filled = row -> !Float.isNaN(values[row]);
        long rows = IntStream.range(0, values.length).filter(filled).count();
        double[] deviation = standardised(values, history.weight());
        double[] rank = standardised(ranks(values), history.weight());
        add(new Characteristic(column.name(), deviation, rank, filled, rows), taker);
        share(column.name() + "=(missing)", filled.negate(), history, taker);
    }

    private static void words(
            CategoryColumn column, CampaignHistory history, Consumer<Characteristic> taker) {
        int[] rows = new int[column.words().size() + 1];
        for (int code : column.codes()) {
            rows[code == CategoryColumn.MISSING ? rows.length - 1 : code]++;
        }
        List<Integer> frequent =
                IntStream.range(0, rows.length)
                        .boxed()
                        .sorted(Comparator.comparingInt((Integer code) -> -rows[code]))
                        .limit(MOST_WORDS)
                        .toList();
        for (int place : frequent) {
            boolean missing = place == rows.length - 1;
            int code = missing ? CategoryColumn.MISSING : place;
            String word = missing ? "(missing)" : column.words().get(place);
            String name = column.name() + "=" + word;
            share(name, row -> column.codes()[row] == code, history, taker);
        }
    }

    private static void share(
            String name,
            IntPredicate has,
            CampaignHistory history,
            Consumer<Characteristic> taker) {
        int rows = history.rows();
        long having = IntStream.range(0, rows).filter(has).count();
        float[] indicator = new float[rows];
        IntStream.range(0, rows).filter(has).forEach(row -> indicator[row] = 1);
        double[] deviation = standardised(indicator, history.weight());
        long fewer = Math.min(having, rows - having);
        add(new Characteristic(name, deviation, deviation, row -> true, fewer), taker);
    }

    private static void add(Characteristic characteristic, Consumer<Characteristic> taker) {
        if (Arrays.stream(characteristic.deviation()).anyMatch(off -> off != 0)) {
            taker.accept(characteristic);
        }
    }

    /** The place of each value among all; equal values share theirs, missing ones have none. */
    private static float[] ranks(float[] values) {
        long[] sorted = new long[values.length];
        for (int row = 0; row < values.length; row++) {
            sorted[row] = (long) ordered(values[row]) << Integer.SIZE | row;
        }
        Arrays.sort(sorted);
        float[] ranks = new float[values.length];
        for (int from = 0, to; from < sorted.length; from = to) {
            float value = values[(int) sorted[from]];
            for (to = from; to < sorted.length && values[(int) sorted[to]] == value; to++) {}
            to = Math.max(to, from + 1);
            for (int place = from; place < to; place++) {
                ranks[(int) sorted[place]] = Float.isNaN(value) ? Float.NaN : (from + to) / 2f;
            }
        }
        return ranks;
    }

    /** Whole numbers in the order of the floats, missing values last. */
    private static int ordered(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    /** Zero everywhere if the values do not vary. */
    private static double[] standardised(float[] values, double[] weight) {
        double weights = 0;
        double sum = 0;
        for (int row = 0; row < weight.length; row++) {
            if (!Float.isNaN(values[row])) {
                weights += weight[row];
                sum += weight[row] * values[row];
            }
        }
        double mean = sum / weights;
        double[] deviation = new double[weight.length];
        double squares = 0;
        for (int row = 0; row < weight.length; row++) {
            deviation[row] = Float.isNaN(values[row]) ? 0 : values[row] - mean;
            squares += weight[row] * deviation[row] * deviation[row];
        }
        double spread = Math.sqrt(squares / weights);
        for (int row = 0; row < weight.length && spread > 0; row++) {
            deviation[row] /= spread;
        }
        return deviation;
    }
}
