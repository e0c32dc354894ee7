package dev.marginal.scenarios.loading;

import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.AudienceWords;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Traits;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Field;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import dev.marginal.tables.duckdb.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Has DuckDB say for every customer whether a condition holds.
 *
 * <p>In a condition a column is a number where all its filled cells are numbers, else text. A
 * customer of whom the condition says nothing, because a value is missing, does not fulfil it.
 */
final class AudienceConditions {
    private final CampaignFile file;
    private final List<AudienceWords.Condition> conditions;
    private final Source source;

    /**
     * @param known whether what a condition says is known already
     */
    AudienceConditions(CampaignFile file, Predicate<String> known) {
        this.file = file;
        this.source = file.audience().source();
        this.conditions =
                file.words().conditions().stream()
                        .filter(condition -> !known.test(condition.text()))
                        .collect(
                                Collectors.toMap(
                                        AudienceWords.Condition::text,
                                        condition -> condition,
                                        (first, same) -> first,
                                        LinkedHashMap::new))
                        .values()
                        .stream()
                        .toList();
    }

    /**
     * One segmentation for each condition, named by its text.
     *
     * @throws dev.marginal.tables.BadInput with every condition that DuckDB refuses, or that holds
     *     for nobody
     */
    List<Segmentation> read(TableReader reader) {
        if (conditions.isEmpty()) {
            return List.of();
        }
        String typed = typed();
        List<Field> fields = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            fields.add(Field.oneOf(column(i), Traits.NO_OR_YES));
            answers.add(
                    "case when %s then 'yes' else 'no' end as %s"
                            .formatted(holds(i), Database.identifier(column(i))));
        }
        Table table =
                reader.read(
                        new Source.Query(
                                source.folder(),
                                file.name(),
                                "select %s from (%s)".formatted(String.join(", ", answers), typed)),
                        new Layout(fields, List.of(), Layout.Others.REFUSED));
        return IntStream.range(0, conditions.size()).mapToObj(i -> sorted(table, i)).toList();
    }

    /** The audience's columns as numbers or text; every condition was tried on them. */
    private String typed() {
        try (Database database = Database.over(source.folder())) {
            String scan = Database.scan(source);
            String typed = new TypedColumns(database, scan).select(columns());
            database.run("create table typed as " + typed);
            Problems problems = new Problems();
            for (int i = 0; i < conditions.size(); i++) {
                tryOut(database, i, problems);
            }
            problems.throwIfAny();
            return typed;
        }
    }

    private List<String> columns() {
        TreeSet<String> columns = new TreeSet<>();
        conditions.forEach(condition -> columns.addAll(condition.columns()));
        return List.copyOf(columns);
    }

    private void tryOut(Database database, int number, Problems problems) {
        AudienceWords.Condition condition = conditions.get(number);
        try {
            String expression = "(\n" + condition.text() + "\n)";
            Map<String, Object> described =
                    database.rows("describe select %s as holds from typed".formatted(expression))
                            .get(0);
            if (!described.get("column_type").equals("BOOLEAN")) {
                problems.add(
                        problem(
                                condition,
                                "must be true or false for each customer",
                                "Such as: where: \"age >= 30\"."));
                return;
            }
            Object some =
                    database.rows("select count(*) as some from typed where " + holds(number))
                            .get(0)
                            .get("some");
            if (((Number) some).longValue() == 0) {
                problems.add(problem(condition, "holds for no customer of " + source.name(), ""));
            }
        } catch (IllegalStateException refused) {
            problems.add(
                    problem(
                            condition,
                            "must be a condition that DuckDB understands: "
                                    + AudienceHeader.firstLine(refused),
                            ""));
        }
    }

    private Problem problem(AudienceWords.Condition condition, String expectation, String advice) {
        return new Problem(
                file.name(),
                condition.place().line(),
                condition.place().subject(),
                condition.text(),
                expectation,
                advice);
    }

    private String holds(int number) {
        return "coalesce((\n%s\n), false)".formatted(conditions.get(number).text());
    }

    private static String column(int number) {
        return "condition " + (number + 1);
    }

    /** The codes of a category are by its own words, which may be one of the two only. */
    private Segmentation sorted(Table table, int number) {
        CategoryColumn answers = table.column(column(number), CategoryColumn.class);
        int[] code =
                IntStream.of(answers.codes())
                        .map(word -> Traits.NO_OR_YES.indexOf(answers.words().get(word)))
                        .toArray();
        return new Segmentation(conditions.get(number).text(), Traits.NO_OR_YES, code);
    }
}
