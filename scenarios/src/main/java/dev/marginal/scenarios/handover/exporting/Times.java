package dev.marginal.scenarios.handover.exporting;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Problem;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** A column of times, each parsed once. */
final class Times {
    private final int[] codes;
    private final List<OffsetDateTime> words;

    Times(CategoryColumn column) {
        this.codes = column.codes();
        this.words = column.words().stream().map(word -> parsed(column.name(), word)).toList();
    }

    Optional<OffsetDateTime> at(int row) {
        return codes[row] < 0 ? Optional.empty() : Optional.of(words.get(codes[row]));
    }

    /** A number for each row: equal for equal instants, ascending with them; 0 where unknown. */
    int[] ranks() {
        List<OffsetDateTime> sorted =
                words.stream().sorted(OffsetDateTime.timeLineOrder()).toList();
        int[] rankOfWord = new int[words.size()];
        for (int word = 0; word < rankOfWord.length; word++) {
            rankOfWord[word] = rank(sorted, words.get(word));
        }
        int[] ranks = new int[codes.length];
        for (int row = 0; row < ranks.length; row++) {
            ranks[row] = codes[row] < 0 ? 0 : rankOfWord[codes[row]];
        }
        return ranks;
    }

    private static int rank(List<OffsetDateTime> sorted, OffsetDateTime time) {
        int rank = 1;
        while (sorted.get(rank - 1).isBefore(time)) {
            rank++;
        }
        return rank;
    }

    private static OffsetDateTime parsed(String column, String word) {
        try {
            return OffsetDateTime.parse(word);
        } catch (DateTimeException wrong) {
            throw new BadInput(
                    new Problem(
                            "sends.parquet",
                            0,
                            column,
                            word,
                            "must be a time with its offset, such as 2026-11-21T09:00:00+08:00",
                            "Make the plan again."));
        }
    }
}
