package dev.marginal.tables;

import java.util.List;

/**
 * Words from a small set, stored once each.
 *
 * @param codes one per row: an index into {@code words}, or {@link #MISSING}; owned by the column,
 *     not to be changed
 * @param words the distinct values, sorted, so that equal files give equal codes whatever their
 *     order of rows
 */
public record CategoryColumn(String name, int[] codes, List<String> words) implements Column {
    /** The code of a missing value. */
    public static final int MISSING = -1;

    public CategoryColumn {
        words = List.copyOf(words);
    }

    @Override
    public int rows() {
        return codes.length;
    }

    /** The word of a row, or {@code null} where it is missing. */
    public String word(int row) {
        return codes[row] == MISSING ? null : words.get(codes[row]);
    }
}
