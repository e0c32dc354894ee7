package dev.marginal.scenarios.drafting;

import java.nio.file.Path;
import java.util.List;

/**
 * A campaign file that nobody has written yet.
 *
 * @param file where it belongs
 * @param text of it
 * @param history how messages call the table that it learns from
 * @param historyRows of that table
 * @param audience how messages call the table that it plans for
 * @param audienceRows of that table
 * @param guess what columns are taken for
 * @param doubts what a reader should look at, a sentence each
 */
public record Draft(
        Path file,
        String text,
        String history,
        long historyRows,
        String audience,
        long audienceRows,
        Guess guess,
        List<String> doubts) {
    public Draft {
        doubts = List.copyOf(doubts);
    }
}
