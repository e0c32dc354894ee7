package dev.marginal.scenarios.drafting;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.ColumnProfile;
import dev.marginal.tables.ColumnProfile.Word;
import dev.marginal.tables.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which column says what was done to customers, and which of its words means nothing. */
record TreatmentGuess(Tables tables) {
    private static final int MOST_ARMS = 65;
    private static final int MANY_ARMS = 12;
    private static final int ENOUGH = 5;
    private static final int TOLD = 12;
    private static final Pattern NO_THING = Pattern.compile("(no|without|kein|ohne|sans)[ _-].*");

    Optional<Pick> column() {
        Ranked ranked = Ranked.of(tables.without(Set.of()), TreatmentGuess::points, ENOUGH);
        return ranked.first()
                .map(
                        found ->
                                new Pick(
                                        found.name(),
                                        "%,d arms: %s".formatted(found.distinct(), arms(found)),
                                        ranked.doubt(1)));
    }

    /** The same, or what a user said. */
    ColumnProfile column(Wishes wishes) {
        ColumnProfile column =
                tables.named(
                        Wish.TREATMENT,
                        wishes.of(Wish.TREATMENT)
                                .or(() -> column().map(Pick::value))
                                .orElseThrow(this::noTreatment));
        if (column.distinct() < 2) {
            throw everybodyTreated(column);
        }
        if (column.distinct() >= MOST_ARMS) {
            throw new BadInput(
                    new Problem(
                            tables.name(),
                            0,
                            "column",
                            column.name(),
                            "has %,d different values, too many to be treatments"
                                    .formatted(column.distinct()),
                            "Name the column that says what each row got: --treatment COLUMN."));
        }
        return column;
    }

    /** The word that means "got nothing". */
    static Optional<Pick> control(ColumnProfile column) {
        return column.words().stream()
                .filter(word -> controlPoints(word.text()) > 0)
                .max((a, b) -> Integer.compare(controlPoints(a.text()), controlPoints(b.text())))
                .map(
                        word ->
                                controlPoints(word.text()) > 1
                                        ? Pick.sure(word.text(), told(word))
                                        : new Pick(
                                                word.text(),
                                                told(word),
                                                "only the word suggests that these got nothing"));
    }

    /** The same, or what a user said. */
    String control(ColumnProfile column, Wishes wishes) {
        String control =
                wishes.of(Wish.CONTROL)
                        .or(() -> control(column).map(Pick::value))
                        .orElseThrow(() -> noControl(column));
        if (column.words().stream().noneMatch(word -> word.text().equals(control))) {
            throw new BadInput(
                    new Problem(
                            tables.name(),
                            0,
                            Wish.CONTROL.flag(),
                            control,
                            "must be a value of column '%s'".formatted(column.name()),
                            "It has: %s.".formatted(arms(column))));
        }
        return control;
    }

    static String arms(ColumnProfile column) {
        String told =
                column.words().stream()
                        .limit(TOLD)
                        .map(TreatmentGuess::told)
                        .collect(Collectors.joining(", "));
        return column.words().size() > TOLD ? told + ", …" : told;
    }

    private static String told(Word word) {
        return "%s (%,d rows)".formatted(word.text(), word.rows());
    }

    private static int points(ColumnProfile column) {
        boolean fits =
                column.distinct() >= 1
                        && column.distinct() < MOST_ARMS
                        && column.whole() == column.numbers();
        if (!fits) {
            return 0;
        }
        NameWords name = NameWords.of(column.name());
        int words =
                Math.max(
                        name.points(6, Vocabulary.TREATMENT),
                        Math.max(
                                name.points(4, Vocabulary.GROUP),
                                name.points(2, Vocabulary.MAYBE_GROUP)));
        int control =
                column.words().stream()
                        .mapToInt(word -> controlPoints(word.text()))
                        .max()
                        .orElse(0);
        return words
                + 2 * control
                - name.points(4, Vocabulary.BEFORE)
                - (column.distinct() > MANY_ARMS ? 2 : 0);
    }

    /** 2 for a word that says it plainly, 1 for one that may, else 0. */
    private static int controlPoints(String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        if (Vocabulary.CONTROL.contains(lower) || NO_THING.matcher(lower).matches()) {
            return 2;
        }
        return Vocabulary.MAYBE_CONTROL.contains(lower) ? 1 : 0;
    }

    private BadInput noTreatment() {
        List<String> possible =
                tables.columns().stream()
                        .filter(column -> column.distinct() > 1 && column.distinct() < MOST_ARMS)
                        .map(ColumnProfile::name)
                        .toList();
        return new BadInput(
                Problem.of(
                        tables.name(),
                        "has no column that looks like a treatment",
                        possible.isEmpty()
                                ? "A history says of every row what it got, also of those that got nothing."
                                : "Name it with --treatment COLUMN, and with --control WORD the rows that got nothing. Possible: %s."
                                        .formatted(String.join(", ", possible))));
    }

    private BadInput noControl(ColumnProfile column) {
        return new BadInput(
                new Problem(
                        tables.name(),
                        0,
                        "column",
                        column.name(),
                        "has no word that plainly means 'got nothing': %s".formatted(arms(column)),
                        "Say which it is with --control WORD. If all of them got something, there is nobody to compare with, and nothing can be learnt."));
    }

    private BadInput everybodyTreated(ColumnProfile column) {
        return new BadInput(
                new Problem(
                        tables.name(),
                        0,
                        "column",
                        column.name(),
                        column.distinct() == 0
                                ? "is empty"
                                : "says the same of every row: %s".formatted(arms(column)),
                        "What a treatment adds can only be seen beside customers who got none: add their rows, or hold some customers out of the next campaign (holdout: in campaign.yml)."));
    }
}
