package dev.marginal.scenarios.drafting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words that a column's name is made of: {@code purchaseAmount_EUR} is purchase, amount, eur.
 */
record NameWords(List<String> words) {
    static NameWords of(String name) {
        String apart =
                name.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", " ")
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return new NameWords(Arrays.asList(apart.split(" ")));
    }

    boolean has(Set<String> any) {
        return words.stream().anyMatch(any::contains);
    }

    /** {@code points} if a word is among these, else 0. */
    int points(int points, Set<String> any) {
        return has(any) ? points : 0;
    }
}
