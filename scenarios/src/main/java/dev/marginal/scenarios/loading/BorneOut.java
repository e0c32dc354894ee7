package dev.marginal.scenarios.loading;

import dev.marginal.scenarios.AudienceWords;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Traits;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whether an audience bears out what the campaign file says of its columns and conditions. */
record BorneOut(CampaignFile file) {
    private static final int MOST_VALUES = 10_000;
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    /**
     * Checks what is said of columns' values.
     *
     * @param names the values of each column that is named for them
     * @throws dev.marginal.tables.BadInput with every word that is not so
     */
    void requireColumns(Function<String, List<String>> names) {
        Problems problems = new Problems();
        file.words().columns().stream()
                .filter(column -> column.use() != AudienceWords.Use.AMOUNT)
                .forEach(column -> check(column, names.apply(column.column()), problems));
        problems.throwIfAny();
    }

    /**
     * Checks that every condition holds for somebody.
     *
     * @param holds whether a condition, given by its text, does
     * @throws dev.marginal.tables.BadInput with every one that does not
     */
    void requireConditions(Predicate<String> holds) {
        Problems problems = new Problems();
        file.words().conditions().stream()
                .filter(condition -> !holds.test(condition.text()))
                .forEach(condition -> problems.add(holdsForNobody(condition)));
        problems.throwIfAny();
    }

    Problem holdsForNobody(AudienceWords.Condition condition) {
        return problem(
                condition.place(),
                condition.text(),
                "holds for no customer of " + file.audience().source().name(),
                "");
    }

    private void check(AudienceWords.Column column, List<String> names, Problems problems) {
        if (column.use() == AudienceWords.Use.QUOTED && areNumbers(names)) {
            problems.add(
                    problem(
                            column.place(),
                            column.column(),
                            "holds numbers and must be compared with one",
                            "Write the number without quotes, such as %s = %s."
                                    .formatted(column.column(), names.get(0))));
            return;
        }
        if (names.size() > MOST_VALUES) {
            problems.add(
                    problem(
                            column.place(),
                            column.column(),
                            "has %,d different values, of at most %,d"
                                    .formatted(names.size(), MOST_VALUES),
                            "Maybe group them in a column of their own."));
        }
        new TreeMap<>(column.values())
                .forEach(
                        (value, place) -> {
                            if (!names.contains(value)) {
                                problems.add(
                                        problem(
                                                place,
                                                value,
                                                "must be a value of %s that some customer has"
                                                        .formatted(column.column()),
                                                AudienceHeader.advice(value, names)));
                            }
                        });
    }

    private static boolean areNumbers(List<String> names) {
        List<String> filled = names.stream().filter(name -> !name.equals(Traits.MISSING)).toList();
        return !filled.isEmpty()
                && filled.stream().allMatch(name -> NUMBER.matcher(name).matches());
    }

    private Problem problem(
            AudienceWords.Place place, String value, String expectation, String advice) {
        return new Problem(file.name(), place.line(), place.subject(), value, expectation, advice);
    }
}
