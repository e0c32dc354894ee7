package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Everything that rules ask about customers, each a text column of the table {@code customers}:
 * {@code d0} is empty and speaks of everyone, the others hold a column's values, or yes and no of a
 * condition.
 */
final class Dimensions {
    static final String MISSING = "(missing)";

    private final List<String> columns;
    private final List<String> conditions;

    private Dimensions(Set<String> columns, Set<String> conditions) {
        this.columns = List.copyOf(columns);
        this.conditions = List.copyOf(conditions);
    }

    static Dimensions of(CampaignWords words) {
        Set<String> columns = new TreeSet<>();
        Set<String> conditions = new LinkedHashSet<>();
        for (JsonNode rule : words.rules()) {
            if (rule.has("by")) {
                columns.add(rule.path("by").asText());
            }
            if (Where.isCondition(rule)) {
                conditions.add(rule.path("where").asText());
            } else if (rule.has("where")) {
                columns.add(Where.of(rule).column());
            }
        }
        return new Dimensions(columns, conditions);
    }

    /** How many columns {@code d0}, {@code d1}, … there are. */
    int count() {
        return 1 + columns.size() + conditions.size();
    }

    /** The number of the dimension that a promise speaks of. */
    int number(Where where) {
        if (where.isEveryone()) {
            return 0;
        }
        int condition = conditions.indexOf(where.column());
        return condition >= 0
                ? 1 + columns.size() + condition
                : 1 + columns.indexOf(where.column());
    }

    /** The condition of SQL that a customer is meant. */
    String holds(Where where) {
        return "d%d in (%s)".formatted(number(where), AuditTables.listed(where.values()));
    }

    /** Makes {@code customers}: {@code customer}, the dimensions, and these columns as doubles. */
    void create(Database database, String scan, String customer, List<String> amounts) {
        List<String> selected = new ArrayList<>();
        selected.add(Database.identifier(customer) + " as customer");
        selected.add("'' as d0");
        for (int i = 0; i < columns.size(); i++) {
            selected.add(
                    "coalesce(%s, '%s') as d%d"
                            .formatted(Database.identifier(columns.get(i)), MISSING, i + 1));
        }
        for (int i = 0; i < amounts.size(); i++) {
            selected.add(
                    "cast(%s as double) as a%d".formatted(Database.identifier(amounts.get(i)), i));
        }
        database.run(
                "create table customers as select %s from %s"
                        .formatted(String.join(", ", selected), scan));
        if (!conditions.isEmpty()) {
            database.run("create or replace table typed as " + typed(database, scan));
            database.run(
                    "create or replace table customers as select * from customers positional join (select %s from typed)"
                            .formatted(answers()));
        }
    }

    /** Yes or no for every condition, as it is written in the campaign file. */
    private String answers() {
        List<String> answers = new ArrayList<>();
        for (String condition : conditions) {
            answers.add(
                    "case when coalesce((\n%s\n), false) then 'yes' else 'no' end as d%d"
                            .formatted(condition, 1 + columns.size() + answers.size()));
        }
        return String.join(", ", answers);
    }

    /** Every column of the audience, as a number where each of its filled cells is one. */
    private static String typed(Database database, String scan) {
        List<String> names =
                database.rows("describe select * from " + scan).stream()
                        .map(column -> Database.identifier(column.get("column_name").toString()))
                        .toList();
        String counted =
                names.stream()
                        .map(
                                name ->
                                        "count(%1$s) > 0 and count(%1$s) = count(*) filter (where isfinite(try_cast(%1$s as double))) as %1$s"
                                                .formatted(name))
                        .collect(Collectors.joining(", "));
        Map<String, Object> numeric =
                database.rows("select %s from %s".formatted(counted, scan)).get(0);
        List<Boolean> isNumeric = numeric.values().stream().map(Boolean.TRUE::equals).toList();
        return IntStream.range(0, names.size())
                .mapToObj(
                        i ->
                                isNumeric.get(i)
                                        ? "cast(%1$s as double) as %1$s".formatted(names.get(i))
                                        : names.get(i))
                .collect(Collectors.joining(", ", "select ", " from " + scan));
    }
}
