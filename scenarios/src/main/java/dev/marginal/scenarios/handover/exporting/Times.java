package dev.marginal.scenarios.handover.exporting;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A column of times, each parsed once. */
final class Times {
    private final int[] codes;
    private final List<OffsetDateTime> words;

    Times(CategoryColumn column) {
        this.codes = column.codes();
        this.words = column.words().stream().map(word -> parsed(column.name(), word)).toList();
        if (Arrays.stream(codes).anyMatch(code -> code < 0)) {
            parsed(column.name(), "");
        }
    }

    OffsetDateTime at(int row) {
        return words.get(codes[row]);
    }

    /** A number for each row: equal for equal instants, ascending with them. */
    int[] ranks() {
        List<Instant> instants = words.stream().map(OffsetDateTime::toInstant).toList();
        List<Instant> sorted = instants.stream().distinct().sorted().toList();
        int[] rankOfWord =
                instants.stream()
                        .mapToInt(instant -> Collections.binarySearch(sorted, instant))
                        .toArray();
        int[] ranks = new int[codes.length];
        for (int row = 0; row < ranks.length; row++) {
            ranks[row] = rankOfWord[codes[row]];
        }
        return ranks;
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
