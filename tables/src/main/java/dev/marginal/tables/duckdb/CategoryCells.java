package dev.marginal.tables.duckdb;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Field;
import dev.marginal.tables.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words, coded by the order in which they appear and recoded by the alphabet at the end. */
final class CategoryCells extends TextCells {
    private static final int MOST_WORDS = 100_000;
    private static final int TOLD = 10;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final BitSet refused = new BitSet();
    private int[] rowCodes;
    private boolean tooMany;

    CategoryCells(Field field, int rows) {
        super(field);
        this.rowCodes = new int[rows];
    }

    @Override
    void reserve(int rows) {
        if (rows > rowCodes.length) {
            rowCodes = Arrays.copyOf(rowCodes, grown(rowCodes.length, rows));
        }
    }

    @Override
    void addMissing(int row) {
        rowCodes[row] = CategoryColumn.MISSING;
        if (field().required()) {
            faults().addMissing(row);
        }
    }

    @Override
    void add(int row, String word) {
        if (tooMany) {
            return;
        }
        Integer known = codes.get(word);
        int code = known == null ? newCode(word) : known;
        rowCodes[row] = code;
        if (refused.get(code)) {
            refuse(row, word);
        }
    }

    @Override
    Column column(int rows) {
        List<String> sorted = words.stream().sorted().toList();
        int[] newCodes = new int[words.size()];
        for (int i = 0; i < sorted.size(); i++) {
            newCodes[codes.get(sorted.get(i))] = i;
        }
        int[] recoded = rows == rowCodes.length ? rowCodes : Arrays.copyOf(rowCodes, rows);
        for (int i = 0; i < rows && !tooMany; i++) {
            recoded[i] = recoded[i] < 0 ? CategoryColumn.MISSING : newCodes[recoded[i]];
        }
        return new CategoryColumn(field().name(), recoded, sorted);
    }

    private int newCode(String word) {
        int code = words.size();
        codes.put(word, code);
        words.add(word);
        boolean allowed = field().words().isEmpty() || field().words().contains(word);
        refused.set(code, !allowed || word.indexOf('\0') >= 0);
        if (words.size() > MOST_WORDS) {
            tooMany = true;
            faults().add(
                            CellFault.NONE,
                            null,
                            "must have at most %,d different words".formatted(MOST_WORDS),
                            "Maybe ignore it.");
        }
        return code;
    }

    private void refuse(int row, String word) {
        if (!faults().hasRoom()) {
            faults().count();
        } else if (word.indexOf('\0') >= 0) {
            faults().add(row, word, "must not hold a NUL character", "");
        } else {
            faults().add(
                            row,
                            word,
                            "must be one of " + Wording.list(field().words(), TOLD),
                            Suggestion.didYouMean(word, field().words()));
        }
    }
}
