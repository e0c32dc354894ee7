package dev.marginal.scenarios.loading;

import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.AudienceWords;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.lifecycle.Standing;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Optional<Standing> standing;
    private final boolean whole;

    /**
     * @param standing has columns beside those of the audience
     * @param known whether what a condition says is known already
     * @param whole whether these are all customers, so that a condition has to hold for one of them
     */
    AudienceConditions(
            CampaignFile file,
            Optional<Standing> standing,
            Predicate<String> known,
            boolean whole) {
        this.file = file;
        this.whole = whole;
        this.standing = standing;
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
    List<Segmentation> read() {
        if (conditions.isEmpty()) {
            return List.of();
        }
        try (Database database = Database.over(source.folder())) {
            loadTyped(database);
            Problems problems = new Problems();
            for (int i = 0; i < conditions.size(); i++) {
                tryOut(database, i, problems);
            }
            problems.throwIfAny();
            return answers(database);
        }
    }

    /** The audience's columns as numbers or text. */
    private void loadTyped(Database database) {
        String scan = standing.map(its -> beside(database, its)).orElse(Database.scan(source));
        database.run("create table typed as " + new TypedColumns(database, scan).select(columns()));
    }

    /** The audience and its lifecycle side by side, row by row, all as text. */
    private String beside(Database database, Standing its) {
        database.load(its.columns(), "standing");
        return "(select * from %s positional join (select cast(columns(*) as varchar) from standing))"
                .formatted(Database.scan(source));
    }

    private List<Segmentation> answers(Database database) {
        String selected =
                IntStream.range(0, conditions.size())
                        .mapToObj(i -> "cast(%s as bigint)".formatted(holds(i)))
                        .collect(Collectors.joining(", "));
        int rows = (int) count(database, "select count(*) as some from typed");
        int[][] codes = new int[conditions.size()][rows];
        int[] next = {0};
        database.each(
                "select %s from typed".formatted(selected),
                chunk -> {
                    for (int i = 0; i < codes.length; i++) {
                        for (int row = 0; row < chunk.rows(); row++) {
                            codes[i][next[0] + row] = (int) chunk.whole(i, row);
                        }
                    }
                    next[0] += chunk.rows();
                });
        return IntStream.range(0, codes.length)
                .mapToObj(
                        i -> new Segmentation(conditions.get(i).text(), Traits.NO_OR_YES, codes[i]))
                .toList();
    }

    private static long count(Database database, String sql) {
        return ((Number) database.rows(sql).get(0).get("some")).longValue();
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
            if (whole
                    && count(database, "select count(*) as some from typed where " + holds(number))
                            == 0) {
                problems.add(new BorneOut(file).holdsForNobody(condition));
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
}
