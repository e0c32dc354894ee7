package dev.marginal.scenarios.planted;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.MoneyColumn;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Columns of planted files. */
final class PlantedColumns {
    private PlantedColumns() {}

    /** Words; {@code null} where a cell is empty. */
    static CategoryColumn words(String name, String[] values) {
        String[] words =
                Arrays.stream(values)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toArray(String[]::new);
        int[] codes =
                Arrays.stream(values)
                        .mapToInt(
                                value ->
                                        value == null
                                                ? CategoryColumn.MISSING
                                                : Arrays.binarySearch(words, value))
                        .toArray();
        return new CategoryColumn(name, codes, List.of(words));
    }

    /** Money with six decimals. */
    static MoneyColumn money(String name, double[] amounts) {
        return new MoneyColumn(
                name, Arrays.stream(amounts).mapToLong(one -> Math.round(one * 1e6)).toArray());
    }

    /** The same of something about each of some people. */
    static <T> MoneyColumn money(String name, List<T> people, ToDoubleFunction<T> about) {
        return money(name, people.stream().mapToDouble(about).toArray());
    }

    /** Words about each of some people. */
    static <T> CategoryColumn words(String name, List<T> people, Function<T, String> about) {
        return words(name, people.stream().map(about).toArray(String[]::new));
    }

    /** Numbers about each of some people. */
    static <T> NumberColumn numbers(String name, List<T> people, ToDoubleFunction<T> about) {
        float[] values = new float[people.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) about.applyAsDouble(people.get(i));
        }
        return new NumberColumn(name, values);
    }

    /** {@code c1000000}, {@code c1000001}, … for people of this letter. */
    static IdColumn ids(String name, String letter, int rows) {
        IdColumn.Builder ids = new IdColumn.Builder(name);
        for (int row = 0; row < rows; row++) {
            ids.add(id(letter, row));
        }
        return ids.build();
    }

    static String id(String letter, int row) {
        return letter + (1_000_000 + row);
    }

    /** The visits of some people, one after the other. */
    static Table log(String file, List<String> names, String letter, List<PlantedLife> people) {
        IdColumn.Builder who = new IdColumn.Builder(names.get(0));
        List<PlantedLives.Visit> visits =
                people.stream().flatMap(life -> life.visits().stream()).toList();
        for (int row = 0; row < people.size(); row++) {
            String id = id(letter, row);
            people.get(row).visits().forEach(visit -> who.add(id));
        }
        List<Column> columns =
                List.of(
                        who.build(),
                        words(names.get(1), visits, PlantedLives.Visit::date),
                        new AmountColumn(
                                names.get(2),
                                visits.stream().mapToDouble(PlantedLives.Visit::amount).toArray()));
        return new Table(file, visits.size(), columns);
    }
}
