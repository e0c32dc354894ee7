package dev.marginal.scenarios;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.Head;
import java.util.List;
import java.util.Optional;

/**
 * What a campaign asks of its model.
 *
 * @param named learners by name, at least one, each once: the best of several is chosen by what its
 *     policy is worth at the campaign's budget; empty for {@code auto}
 * @param head how GMV is modelled
 */
public record Learning(Optional<List<String>> named, Head head) {
    /** What {@code auto} tries; where all is equal, the first wins. */
    public static final List<String> CANDIDATES = List.of("decomposed", "x", "s");

    /** On more rows than this {@code auto} takes the first candidate, untried: a choice is dear. */
    public static final int MOST_ROWS_TO_CHOOSE_ON = 200_000;

    public Learning {
        named = named.map(List::copyOf);
        named.ifPresent(
                names -> Requires.require(!names.isEmpty(), "learners", names, "at least one"));
    }

    /** The learners to choose among for a history of so many rows. */
    public List<String> candidates(int rows) {
        return named.orElse(rows > MOST_ROWS_TO_CHOOSE_ON ? CANDIDATES.subList(0, 1) : CANDIDATES);
    }
}
