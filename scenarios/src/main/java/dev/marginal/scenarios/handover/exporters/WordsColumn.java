package dev.marginal.scenarios.handover.exporters;

import dev.marginal.tables.CategoryColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A column of few words in the making. */
final class WordsColumn {
    private final String name;
    private final int[] codes;
    private final Map<String, Integer> known = new HashMap<>();

    WordsColumn(String name, int rows) {
        this.name = name;
        this.codes = new int[rows];
        Arrays.fill(codes, CategoryColumn.MISSING);
    }

    /** The same word in every row. */
    static CategoryColumn same(String name, String word, int rows) {
        return new CategoryColumn(name, new int[rows], List.of(word));
    }

    void set(int row, String word) {
        codes[row] = known.computeIfAbsent(word, any -> known.size());
    }

    void set(int row, Optional<String> word) {
        word.ifPresent(there -> set(row, there));
    }

    CategoryColumn build() {
        List<String> words = known.keySet().stream().sorted().toList();
        int[] recoded = new int[known.size()];
        for (int i = 0; i < recoded.length; i++) {
            recoded[known.get(words.get(i))] = i;
        }
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codes[row] < 0 ? CategoryColumn.MISSING : recoded[codes[row]];
        }
        return new CategoryColumn(name, codes, words);
    }
}
