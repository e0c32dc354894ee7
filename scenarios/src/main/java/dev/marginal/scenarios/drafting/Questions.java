package dev.marginal.scenarios.drafting;

import dev.marginal.tables.ColumnProfile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a draft asks. */
record Questions(Tables tables) {
    Optional<Question> question(Wish wish, Wishes known) {
        return switch (wish) {
            case TREATMENT ->
                    columns(
                            wish,
                            "Which column says what each row got?",
                            new TreatmentGuess(tables).column());
            case CONTROL -> Optional.of(control(known));
            case OUTCOME ->
                    columns(
                            wish,
                            "Which column says what each row bought afterwards?",
                            new OutcomeGuess(tables).column(Set.of(treatment(known).name())));
            case CUSTOMER -> customer(known);
            case CURRENCY -> free(wish, "Which currency?", terms(known).currency());
            case COST_PER_SEND ->
                    terms(known).learnsCosts()
                            ? Optional.empty()
                            : free(wish, "What does one send cost?", terms(known).costPerSend());
            case BUDGET -> free(wish, "What may be spent in all?", terms(known).budget());
            default -> Optional.empty();
        };
    }

    private Question control(Wishes known) {
        ColumnProfile treatment = treatment(known);
        return new Question(
                Wish.CONTROL,
                "Which of its words stands at the rows that got nothing?",
                TreatmentGuess.control(treatment),
                treatment.words().stream().map(ColumnProfile.Word::text).toList());
    }

    /** Without a column of ids rows are numbered: that needs no answer. */
    private Optional<Question> customer(Wishes known) {
        Optional<Pick> guess =
                new CustomerGuess(tables.history()).column(Set.of(treatment(known).name()));
        return guess.isEmpty()
                ? Optional.empty()
                : columns(Wish.CUSTOMER, "Which column says who it is?", guess);
    }

    private Optional<Question> columns(Wish wish, String text, Optional<Pick> guess) {
        return Optional.of(new Question(wish, text, guess, tables.history().names()));
    }

    private static Optional<Question> free(Wish wish, String text, Pick guess) {
        return Optional.of(new Question(wish, text, Optional.of(guess), List.of()));
    }

    private ColumnProfile treatment(Wishes known) {
        return new TreatmentGuess(tables).column(known);
    }

    private Terms terms(Wishes known) {
        return new Terms(tables, new Guesser(tables).guess(known), known);
    }
}
