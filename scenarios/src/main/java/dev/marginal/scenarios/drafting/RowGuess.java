package dev.marginal.scenarios.drafting;

import dev.marginal.tables.ColumnProfile;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns say what a row has cost, when and how probably it was treated, how much it counts.
 */
record RowGuess(Tables tables) {
    private static final int ENOUGH = 4;
    private static final int LEAST_DAYS = 10;

    Optional<Pick> cost(Set<String> taken) {
        Ranked ranked = Ranked.of(tables.without(taken), RowGuess::costPoints, ENOUGH);
        return ranked.first()
                .map(
                        found ->
                                new Pick(
                                        found.name(),
                                        "mean %.4f; what sends cost is learnt from it"
                                                .formatted(found.mean()),
                                        "it has to be what the row's treatment has cost in the end"));
    }

    Optional<Pick> time(Set<String> taken) {
        Ranked ranked = Ranked.of(tables.without(taken), RowGuess::timePoints, ENOUGH);
        return ranked.first()
                .map(
                        found ->
                                new Pick(
                                        found.name(),
                                        "dates; the model is judged on days that it never saw",
                                        "it has to be the day of the treatment"));
    }

    Optional<Pick> propensity(Set<String> taken) {
        Ranked ranked = Ranked.of(tables.without(taken), RowGuess::propensityPoints, ENOUGH);
        return ranked.first()
                .map(
                        found ->
                                new Pick(
                                        found.name(),
                                        "between 0 and 1",
                                        "it has to be the probability of the arm that the row got"));
    }

    Optional<Pick> weight(Set<String> taken) {
        Ranked ranked = Ranked.of(tables.without(taken), RowGuess::weightPoints, ENOUGH);
        return ranked.first().map(found -> Pick.sure(found.name(), "by its name"));
    }

    private static int costPoints(ColumnProfile column) {
        NameWords name = NameWords.of(column.name());
        boolean fits = column.isFull() && column.isNumeric() && column.least() >= 0;
        return fits
                ? name.points(4, Vocabulary.COST)
                        - name.points(4, Vocabulary.EACH)
                        - name.points(4, Vocabulary.BEFORE)
                : 0;
    }

    private static int timePoints(ColumnProfile column) {
        NameWords name = NameWords.of(column.name());
        boolean fits = column.isFull() && column.isDates() && column.distinct() >= LEAST_DAYS;
        return fits ? 4 - name.points(4, Vocabulary.OF_LIFE) : 0;
    }

    private static int propensityPoints(ColumnProfile column) {
        boolean fits =
                column.isFull()
                        && column.isNumeric()
                        && column.least() > 0
                        && column.most() <= 1
                        && column.whole() < column.rows();
        return fits ? NameWords.of(column.name()).points(4, Vocabulary.PROPENSITY) : 0;
    }

    private static int weightPoints(ColumnProfile column) {
        boolean fits = column.isFull() && column.isNumeric() && column.least() > 0;
        return fits && column.distinct() > 1
                ? NameWords.of(column.name()).points(4, Vocabulary.WEIGHT)
                : 0;
    }
}
