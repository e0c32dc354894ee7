package dev.marginal.uplift.inspection;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows sorted into few segments by one feature: each frequent word, each of a handful of numbers,
 * or the quarters of many numbers; rows without a value are a segment of their own.
 *
 * @param feature its name
 * @param code the segment of each row
 * @param values what each segment's rows have in common
 */
record Segments(String feature, int[] code, List<String> values) {
    private static final int MOST_WORDS = 20;
    private static final int FEW_NUMBERS = 5;
    private static final int QUARTERS = 4;
    private static final String MISSING = "(missing)";
    private static final MathContext DIGITS = new MathContext(4);

    static Segments of(Column feature) {
        Segments all =
                feature instanceof CategoryColumn words
                        ? ofWords(words)
                        : ofNumbers((NumberColumn) feature);
        return all.withoutEmpty();
    }

    private static Segments ofWords(CategoryColumn feature) {
        int[] counts = new int[feature.words().size()];
        IntStream.of(feature.codes()).filter(code -> code >= 0).forEach(code -> counts[code]++);
        int[] kept =
                IntStream.range(0, counts.length)
                        .boxed()
                        .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
                        .limit(MOST_WORDS)
                        .mapToInt(word -> word)
                        .sorted()
                        .toArray();
        List<String> values = new ArrayList<>();
        int[] segmentOf = new int[counts.length];
        Arrays.fill(segmentOf, kept.length);
        for (int word : kept) {
            segmentOf[word] = values.size();
            values.add(feature.words().get(word));
        }
        values.add("(%,d other words)".formatted(counts.length - kept.length));
        values.add(MISSING);
        int missing = kept.length + 1;
        int[] code =
                IntStream.of(feature.codes())
                        .map(word -> word == CategoryColumn.MISSING ? missing : segmentOf[word])
                        .toArray();
        return new Segments(feature.name(), code, values);
    }

    private static Segments ofNumbers(NumberColumn feature) {
        float[] sorted = Quantiles.sorted(feature.values());
        float[] few = Quantiles.distinct(sorted, FEW_NUMBERS);
        boolean each = few.length <= FEW_NUMBERS;
        float[] edges =
                each
                        ? Arrays.copyOf(few, Math.max(0, few.length - 1))
                        : Quantiles.edges(sorted, QUARTERS);
        List<String> values = new ArrayList<>(each ? words(few) : ranges(edges));
        int missing = edges.length + 1;
        if (values.isEmpty()) {
            values.add("");
        }
        values.add(MISSING);
        int[] code = new int[feature.rows()];
        for (int row = 0; row < code.length; row++) {
            float value = feature.values()[row];
            code[row] = Float.isNaN(value) ? missing : Quantiles.bin(edges, value);
        }
        return new Segments(feature.name(), code, values);
    }

    private static List<String> words(float[] numbers) {
        return IntStream.range(0, numbers.length).mapToObj(i -> text(numbers[i])).toList();
    }

    private static List<String> ranges(float[] edges) {
        List<String> ranges = new ArrayList<>(List.of("up to " + text(edges[0])));
        for (int edge = 1; edge < edges.length; edge++) {
            ranges.add("%s to %s".formatted(text(edges[edge - 1]), text(edges[edge])));
        }
        ranges.add("over " + text(edges[edges.length - 1]));
        return ranges;
    }

    private static String text(float number) {
        BigDecimal exact = new BigDecimal(number);
        BigDecimal shown = number == Math.rint(number) ? exact : exact.round(DIGITS);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    private Segments withoutEmpty() {
        int[] rows = new int[values.size()];
        IntStream.of(code).forEach(segment -> rows[segment]++);
        int[] renumbered = new int[rows.length];
        List<String> filled = new ArrayList<>();
        for (int segment = 0; segment < rows.length; segment++) {
            renumbered[segment] = filled.size();
            if (rows[segment] > 0) {
                filled.add(values.get(segment));
            }
        }
        return new Segments(
                feature, IntStream.of(code).map(segment -> renumbered[segment]).toArray(), filled);
    }
}
