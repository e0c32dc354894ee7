package dev.marginal.scenarios.drafting;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.ColumnProfile;
import dev.marginal.tables.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which column says what customers bought afterwards. */
record OutcomeGuess(Tables tables) {
    private static final int ENOUGH = 4;
    private static final double MOSTLY_ZERO = 0.3;

    Optional<Pick> column(Set<String> taken) {
        Ranked ranked = Ranked.of(tables.without(taken), OutcomeGuess::points, ENOUGH);
        return ranked.first().map(found -> new Pick(found.name(), why(found), ranked.doubt(1)));
    }

    /** The same, or what a user said. */
    ColumnProfile column(Wishes wishes, Set<String> taken) {
        String name =
                wishes.of(Wish.OUTCOME)
                        .or(() -> column(taken).map(Pick::value))
                        .orElseThrow(this::noOutcome);
        ColumnProfile column = tables.named(Wish.OUTCOME, name);
        if (2 * (column.numbers() + column.decimalCommas()) < column.filled()
                || column.filled() == 0) {
            throw new BadInput(
                    new Problem(
                            tables.name(),
                            0,
                            "column",
                            name,
                            "must be numbers to be the outcome",
                            "Name the column of what each row bought afterwards: --outcome COLUMN."));
        }
        return column;
    }

    static String why(ColumnProfile column) {
        boolean flag = column.isWhole() && column.least() >= 0 && column.most() <= 1;
        String share = "%.1f %% of the rows are not 0".formatted(100 * notZero(column));
        if (flag || column.decimalCommas() > 0) {
            return flag ? "0 or 1: orders are counted, not money; " + share : share;
        }
        return "%s, mean %.2f".formatted(share, column.mean());
    }

    /** Whether a column looks as if it was measured after the treatment. */
    static boolean looksMeasuredAfter(ColumnProfile column) {
        NameWords name = NameWords.of(column.name());
        boolean reaction =
                name.has(Vocabulary.MONEY)
                        || name.has(Vocabulary.RESPONSE)
                        || name.has(Vocabulary.REACTION)
                        || name.has(Vocabulary.AFTER);
        return reaction && !name.has(Vocabulary.BEFORE);
    }

    private static double notZero(ColumnProfile column) {
        return column.filled() == 0 ? 0 : 1 - (double) column.zeros() / column.filled();
    }

    private static int points(ColumnProfile column) {
        boolean numbers = column.numbers() + column.decimalCommas() == column.filled();
        if (!numbers || column.distinct() < 2) {
            return 0;
        }
        NameWords name = NameWords.of(column.name());
        int money = Math.max(name.points(8, Vocabulary.MONEY), name.points(5, Vocabulary.AMOUNT));
        int response =
                Math.max(name.points(4, Vocabulary.RESPONSE), name.points(2, Vocabulary.REACTION));
        boolean mostlyZero = column.filled() > 0 && column.zeros() >= MOSTLY_ZERO * column.filled();
        return Math.max(money, response)
                + name.points(3, Vocabulary.AFTER)
                + (mostlyZero ? 2 : 0)
                - name.points(7, Vocabulary.BEFORE)
                - name.points(9, Vocabulary.COST);
    }

    private BadInput noOutcome() {
        List<String> possible =
                tables.columns().stream()
                        .filter(column -> column.isNumeric() && column.distinct() > 1)
                        .map(ColumnProfile::name)
                        .filter(name -> !tables.audienceHas(name))
                        .toList();
        return new BadInput(
                Problem.of(
                        tables.name(),
                        "has no column that looks like an outcome: what each row bought after the treatment",
                        possible.isEmpty()
                                ? "Add one, 0 for those who bought nothing."
                                : "Name it with --outcome COLUMN. Possible: %s."
                                        .formatted(String.join(", ", possible))));
    }
}
