package dev.marginal.scenarios.drafting;

import dev.marginal.tables.ColumnProfile;
import dev.marginal.tables.TableProfile;
import java.util.Optional;
import java.util.Set;

/** Which column says who it is. */
record CustomerGuess(TableProfile table) {
    private static final int ENOUGH = 6;

    Optional<Pick> column(Set<String> taken) {
        Ranked ranked =
                Ranked.of(
                        table.columns().stream()
                                .filter(column -> !taken.contains(column.name()))
                                .toList(),
                        this::points,
                        ENOUGH);
        return ranked.first()
                .map(found -> new Pick(found.name(), why(found), doubt(found, ranked)));
    }

    private static String why(ColumnProfile column) {
        return column.distinct() >= column.rows()
                ? "every row has another"
                : "%,d different in %,d rows; rows of one customer are never on both sides of a test"
                        .formatted(column.distinct(), column.rows());
    }

    private static String doubt(ColumnProfile column, Ranked ranked) {
        NameWords name = NameWords.of(column.name());
        boolean named = name.has(Vocabulary.ID) || name.has(Vocabulary.PERSON);
        return named ? ranked.doubt(0) : "its name does not say so, but no two rows share a value";
    }

    private int points(ColumnProfile column) {
        boolean fraction = column.whole() < column.numbers();
        if (!column.isFull() || fraction || column.dates() + column.otherDates() > 0) {
            return 0;
        }
        NameWords name = NameWords.of(column.name());
        boolean unique = column.distinct() >= column.rows();
        boolean many = 2 * column.distinct() >= column.rows();
        boolean some = 20 * column.distinct() >= column.rows();
        return name.points(4, Vocabulary.ID)
                + name.points(4, Vocabulary.PERSON)
                + (unique ? 6 : many ? 4 : some ? 1 : -6);
    }
}
