package dev.marginal.scenarios.lifecycle;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.NumberColumn;
import dev.marginal.value.lifecycle.RfmScores;
import dev.marginal.value.lifecycle.Stages;
import dev.marginal.value.scoring.ValueScores;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Scored customers as columns of another table. Whoever is not among them has bought nothing yet:
 * every column is empty there but {@code value_of_an_order}, which is 0.
 *
 * @param rfm row-aligned with the scores; empty where no column asks for it
 * @param rowOf {@code [row of the table]}: the customer's row among the scores, or {@link
 *     IdIndex#ABSENT}
 */
record LifecycleColumns(ValueScores scores, Stages stages, RfmScores rfm, int[] rowOf) {
    /** A column by its name. */
    Column of(String name) {
        return switch (name) {
            case "stage" -> words(name, row -> stages.stages().get(row).word());
            case "p_alive" -> numbers(name, scores.alive(), Float.NaN);
            case "expected_purchases" -> numbers(name, scores.purchases(), Float.NaN);
            case "expected_spend" -> numbers(name, scores.spend(), Float.NaN);
            case "value" -> numbers(name, scores.value(), Float.NaN);
            case "value_of_an_order" -> numbers(name, scores.valueOfAnOrder(), 0);
            case "rfm" -> numbers(name, rfm.sums(), Float.NaN);
            case "segment" -> words(name, row -> rfm.segment(row).word());
            default -> throw new IllegalArgumentException("There is no column " + name + ".");
        };
    }

    private NumberColumn numbers(String name, double[] ofScored, float ofOthers) {
        float[] values = new float[rowOf.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = rowOf[row] == IdIndex.ABSENT ? ofOthers : (float) ofScored[rowOf[row]];
        }
        return new NumberColumn(name, values);
    }

    /** The words that some row has, sorted, as every reader gives them. */
    private CategoryColumn words(String name, IntFunction<String> ofScored) {
        List<String> words =
                IntStream.of(rowOf)
                        .filter(row -> row != IdIndex.ABSENT)
                        .mapToObj(ofScored)
                        .distinct()
                        .sorted()
                        .toList();
        int[] codes =
                IntStream.of(rowOf)
                        .map(
                                row ->
                                        row == IdIndex.ABSENT
                                                ? CategoryColumn.MISSING
                                                : words.indexOf(ofScored.apply(row)))
                        .toArray();
        return new CategoryColumn(name, codes, words);
    }
}
