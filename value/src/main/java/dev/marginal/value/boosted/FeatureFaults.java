package dev.marginal.value.boosted;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Suggestion;
import dev.marginal.tables.Table;
import dev.marginal.value.boosted.FeatureFile.Found;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a file of features may have wrong beyond its cells, in words. */
record FeatureFaults(String file, String customer, Problems problems) {
    private static final int TOLD_CUSTOMERS = 3;
    private static final int TOLD_WORDS = 10;

    /** Columns that the log tells already, or none at all. */
    void tellNames(Table table) {
        if (table.columns().size() == 1) {
            add(customer, null, "must not stand alone", "Bring columns to learn from beside it.");
        }
        table.names().stream()
                .filter(PastColumns.NAMES::contains)
                .forEach(
                        name ->
                                add(
                                        "column",
                                        name,
                                        "must be named otherwise",
                                        "The model takes %s from the log."
                                                .formatted(String.join(", ", PastColumns.NAMES))));
    }

    /** Words that were not there when the model learnt, of buyers. */
    void tellUnseen(FeatureSpec feature, Found found) {
        CategoryColumn column = found.table().column(feature.name(), CategoryColumn.class);
        long[] rows = new long[column.words().size()];
        for (int place : found.places()) {
            if (place != IdIndex.ABSENT && column.codes()[place] != CategoryColumn.MISSING) {
                rows[column.codes()[place]]++;
            }
        }
        Set<String> learnt = Set.copyOf(feature.words());
        for (int word = 0; word < rows.length; word++) {
            if (rows[word] > 0 && !learnt.contains(column.words().get(word))) {
                tellUnseen(feature, column.words().get(word), rows[word]);
            }
        }
    }

    private void tellUnseen(FeatureSpec feature, String word, long customers) {
        String meant = Suggestion.didYouMean(word, feature.words());
        add(
                feature.name(),
                word,
                "must be one of the words that the model learnt: " + list(feature.words()),
                "%s Customers who have it: %,d. Leave their cells empty, or fit the model again."
                        .formatted(meant, customers)
                        .strip());
    }

    /** Buyers without a row. */
    void tellAbsent(Found found, IdColumn buyers, String log) {
        int[] absent =
                IntStream.range(0, buyers.rows())
                        .filter(row -> found.places()[row] == IdIndex.ABSENT)
                        .toArray();
        if (absent.length > 0) {
            String some =
                    IntStream.of(absent)
                            .limit(TOLD_CUSTOMERS)
                            .mapToObj(buyers::id)
                            .collect(Collectors.joining(", "));
            add(
                    customer,
                    null,
                    "has no row for %,d of the %,d customers of %s, such as %s"
                            .formatted(absent.length, buyers.rows(), log, some),
                    "Give every customer one, with empty cells where nothing is known.");
        }
    }

    private static String list(List<String> words) {
        String told = words.stream().limit(TOLD_WORDS).collect(Collectors.joining(", "));
        return words.size() <= TOLD_WORDS
                ? told
                : "%s, … (%,d in all)".formatted(told, words.size());
    }

    private void add(String subject, String value, String expectation, String advice) {
        problems.add(new Problem(file, 0, subject, value, expectation, advice));
    }
}
