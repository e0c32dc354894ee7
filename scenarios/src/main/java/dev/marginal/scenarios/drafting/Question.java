package dev.marginal.scenarios.drafting;

import java.util.List;
import java.util.Optional;

/**
 * Something that a draft needs to know.
 *
 * @param wish what is asked for
 * @param text the question
 * @param guess what it is taken for if nobody says anything; empty where nothing can be guessed
 * @param options the answers that there are; none where any will do
 */
public record Question(Wish wish, String text, Optional<Pick> guess, List<String> options) {
    public Question {
        options = List.copyOf(options);
    }
}
