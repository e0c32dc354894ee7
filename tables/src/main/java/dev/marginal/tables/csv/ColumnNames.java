package dev.marginal.tables.csv;

import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks that every column has a name of its own. */
public final class ColumnNames {
    private ColumnNames() {}

    /**
     * Adds a problem for each empty name and each that stands twice, whatever its case.
     *
     * @param line the line of the names, or 0
     * @return whether there is none
     */
    public static boolean check(String file, long line, List<String> names, Problems problems) {
        long before = problems.count();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String column = "column " + (i + 1);
            if (name.isBlank()) {
                problems.add(new Problem(file, line, column, null, "must have a name", ""));
                continue;
            }
            Integer twin = places.putIfAbsent(name.toLowerCase(Locale.ROOT), i);
            if (twin != null) {
                String advice = "Column %d is '%s'.".formatted(twin + 1, names.get(twin));
                String expectation = "must have a name of its own";
                problems.add(new Problem(file, line, column, name, expectation, advice));
            }
        }
        return problems.count() == before;
    }
}
