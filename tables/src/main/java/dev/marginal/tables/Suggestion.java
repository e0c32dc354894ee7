package dev.marginal.tables;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** "Did you mean": the known word nearest to a mistyped one. */
public final class Suggestion {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Suggestion() {}

    /** {@code Did you mean 'email'?}, or nothing where no candidate is near. */
    public static String didYouMean(String typed, Collection<String> candidates) {
        return closest(typed, candidates).map("Did you mean '%s'?"::formatted).orElse("");
    }

    /**
     * The candidate with the fewest edits, if these are few for the length of the word: two of
     * three letters, and one more for every three letters more. Of several, the one in the same
     * case.
     */
    public static Optional<String> closest(String typed, Collection<String> candidates) {
        String word = typed.toLowerCase(Locale.ROOT);
        int near = word.length() < 3 ? 0 : word.length() / 3 + 1;
        return candidates.stream()
                .filter(candidate -> edits(word, candidate) <= near)
                .min(
                        Comparator.<String>comparingInt(candidate -> edits(word, candidate))
                                .thenComparingInt(candidate -> DISTANCE.apply(typed, candidate))
                                .thenComparing(c -> c));
    }

    private static int edits(String word, String candidate) {
        return DISTANCE.apply(word, candidate.toLowerCase(Locale.ROOT));
    }
}
