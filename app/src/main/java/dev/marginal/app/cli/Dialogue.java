package dev.marginal.app.cli;

import dev.marginal.scenarios.drafting.Drafter;
import dev.marginal.scenarios.drafting.Pick;
import dev.marginal.scenarios.drafting.Question;
import dev.marginal.scenarios.drafting.Wish;
import dev.marginal.scenarios.drafting.Wishes;
import dev.marginal.tables.Suggestion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks a person at a terminal, each question with the guess as the answer that Enter gives.
 *
 * @param answers what the person types
 * @param says shows a line
 */
record Dialogue(BufferedReader answers, Consumer<String> says) {
    /** Java cannot tell whether somebody types; {@code ./marginal} can, and says so. */
    private static final String ASKS = "marginal.asks";

    /** Somebody who types, where there is somebody. */
    static Optional<Dialogue> ofProcess(Console console) {
        return Boolean.getBoolean(ASKS)
                ? Optional.of(
                        new Dialogue(
                                new BufferedReader(
                                        new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                                console::say))
                : Optional.empty();
    }

    /** What is known after all questions; at the end of the answers, guesses hold. */
    Wishes ask(Drafter drafter, Wishes known) {
        Wishes all = known;
        for (Wish wish : Drafter.ASKED) {
            Optional<Question> question = drafter.question(wish, all);
            if (question.isPresent()) {
                Optional<String> answer = answer(question.get());
                all = answer.isPresent() ? all.with(wish, answer.get()) : all;
            }
        }
        return all;
    }

    private Optional<String> answer(Question question) {
        says.accept("");
        says.accept(question.text());
        question.guess().ifPresent(guess -> says.accept("  " + told(guess)));
        while (true) {
            Optional<String> line = line();
            if (line.isEmpty() || line.get().isEmpty() && question.guess().isPresent()) {
                return Optional.empty();
            }
            boolean fits = question.options().isEmpty() || question.options().contains(line.get());
            if (fits && !line.get().isEmpty()) {
                return line;
            }
            says.accept(
                    "  '%s' is not one of %s. %s"
                            .formatted(
                                    line.get(),
                                    String.join(", ", question.options()),
                                    Suggestion.didYouMean(line.get(), question.options())));
        }
    }

    private static String told(Pick guess) {
        String doubt = guess.doubt().isEmpty() ? "" : "; but " + guess.doubt();
        String why = guess.why().isEmpty() ? "" : " (%s)".formatted(guess.why());
        return "Enter for %s%s%s".formatted(guess.value(), why, doubt);
    }

    private Optional<String> line() {
        try {
            return Optional.ofNullable(answers.readLine()).map(String::strip);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
