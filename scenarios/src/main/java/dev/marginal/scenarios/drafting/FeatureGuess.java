package dev.marginal.scenarios.drafting;

import dev.marginal.tables.ColumnProfile;

/** What a column without any other role is to the model. */
record FeatureGuess(Tables tables, Wishes wishes) {
    private static final int MOST_CODES = 1_000;
    private static final int MANY_WORDS = 50;
    private static final int FEW_ROWS_EACH = 4;

    ColumnGuess of(ColumnProfile column) {
        if (wishes.ignore().contains(column.name())) {
            return out(column, "as you said", "");
        }
        if (wishes.categories().contains(column.name())) {
            return new ColumnGuess(column.name(), Role.CODE, "as you said", "");
        }
        if (tables.audience().isPresent() && !tables.audienceHas(column.name())) {
            return out(
                    column,
                    "%s has no such column".formatted(tables.audience().get().source().name()),
                    "");
        }
        if (tables.audience().isEmpty() && OutcomeGuess.looksMeasuredAfter(column)) {
            return out(column, "by its name measured after the treatment", "");
        }
        return column.neverVaries() ? out(column, "the same in every row", "") : varying(column);
    }

    private ColumnGuess varying(ColumnProfile column) {
        if (column.dates() + column.otherDates() == column.filled()) {
            return out(
                    column,
                    "dates",
                    "as a number, such as the days since then, it could be a feature");
        }
        return Cleaning.makesNumbers(column) ? number(column) : words(column);
    }

    private ColumnGuess number(ColumnProfile column) {
        NameWords name = NameWords.of(column.name());
        boolean another = column.distinct() >= column.rows() && column.isWhole();
        if (another && (name.has(Vocabulary.ID) || name.has(Vocabulary.PERSON))) {
            return out(column, "every row has another value: an id", "");
        }
        if (!name.has(Vocabulary.CODE) || !column.isWhole()) {
            return new ColumnGuess(
                    column.name(), Role.NUMBER, range(column), Cleaning.of(column).told());
        }
        return column.distinct() > MOST_CODES
                ? out(column, "a code of %,d values".formatted(column.distinct()), "")
                : new ColumnGuess(
                        column.name(),
                        Role.CODE,
                        "%,d codes".formatted(column.distinct()),
                        "by its name it is a code, not a number to count with");
    }

    private ColumnGuess words(ColumnProfile column) {
        if (column.distinct() > MOST_CODES || FEW_ROWS_EACH * column.distinct() > column.filled()) {
            return out(
                    column,
                    "%,d different words in %,d rows".formatted(column.distinct(), column.rows()),
                    "");
        }
        Role role = 2 * column.numbers() >= column.filled() ? Role.CODE : Role.WORDS;
        String doubt = column.distinct() > MANY_WORDS ? "many words, few rows each" : "";
        return new ColumnGuess(
                column.name(), role, "%,d words".formatted(column.distinct()), doubt);
    }

    private static String range(ColumnProfile column) {
        if (Cleaning.of(column) != Cleaning.NONE) {
            return "numbers";
        }
        String empty =
                column.isFull()
                        ? ""
                        : ", %.1f %% empty".formatted(100.0 * column.missing() / column.rows());
        return "%s to %s%s".formatted(plain(column.least()), plain(column.most()), empty);
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Float.toString((float) number);
    }

    private static ColumnGuess out(ColumnProfile column, String why, String doubt) {
        return new ColumnGuess(column.name(), Role.LEFT_OUT, why, doubt);
    }
}
