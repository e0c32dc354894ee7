package dev.marginal.tables.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.tables.Field;
import dev.marginal.tables.Layout;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnProblemsTest {
    @TempDir Path folder;
    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(folder);
    }

    @Test
    void an_absent_column_is_told_with_the_nearest_name() {
        assertThat(bench.problems("Spend,x\n1,2\n", Workbench.features(Field.number("spend"))))
                .containsExactly(
                        "h.csv line 1: column (spend) must be there. Did you mean 'Spend'?");
    }

    @Test
    void an_absent_column_is_told_with_all_names_if_none_is_near() {
        assertThat(bench.problems("a,b\n1,2\n", Workbench.features(Field.number("customer"))))
                .containsExactly("h.csv line 1: column (customer) must be there. There are a, b.");
    }

    @Test
    void an_absent_ignored_column_is_told() {
        Layout layout = new Layout(List.of(), List.of("vist"), Layout.Others.FEATURES);
        assertThat(bench.problems("visit,x\n1,2\n", layout))
                .containsExactly(
                        "h.csv line 1: ignored column (vist) must be there. Did you mean 'visit'?");
    }

    @Test
    void a_column_that_is_ignored_and_asked_for_is_told() {
        Layout layout =
                new Layout(List.of(Field.number("x")), List.of("x"), Layout.Others.FEATURES);
        assertThat(bench.problems("x\n1\n", layout))
                .containsExactly("h.csv line 1: ignored column (x) must not be asked for as well.");
    }

    @Test
    void a_field_asked_for_twice_is_refused() {
        List<Field> twice = List.of(Field.number("x"), Field.id("x"));
        assertThatThrownBy(() -> new Layout(twice, List.of(), Layout.Others.FEATURES))
                .hasMessage("field (x) must be asked for once.");
    }

    @Test
    void a_refused_column_is_told() {
        assertThat(
                        bench.problems(
                                "id,comment,channe\n1,2,3\n",
                                Workbench.only(Field.id("id"), Field.category("channel"))))
                .containsExactly(
                        "h.csv line 1: column (channel) must be there. Did you mean 'channe'?",
                        "h.csv line 1: column (comment) must be one of id, channel. Maybe remove"
                                + " it.",
                        "h.csv line 1: column (channe) must be one of id, channel. Did you mean"
                                + " 'channel'?");
    }

    @Test
    void files_of_a_glob_must_have_the_same_columns() {
        bench.put("day-1.csv", "id,spend\na,1\n");
        bench.put("day-2.csv", "id,spent\nb,2\n");
        assertThat(bench.problemsOf("day-*.csv", Workbench.ANY))
                .containsExactly(
                        "day-2.csv line 1: column (spend) must be there as in day-1.csv. Did you"
                                + " mean 'spent'?",
                        "day-2.csv line 1: column (spent) must stand in day-1.csv too.");
    }

    @Test
    void problems_name_the_file_of_a_glob() {
        bench.put("d/1.csv", "id,x\na,1\n");
        bench.put("d/2.csv", "id,x\n\nb,2\na,ten\n");
        assertThat(bench.problemsOf("d/*.csv", Workbench.features(Field.uniqueId("id"))))
                .containsExactly(
                        "d/2.csv line 4: id (a) must stand only once. It stands in d/1.csv line 2"
                                + " too.",
                        "d/2.csv line 4: x (ten) must be a number. Maybe leave the cell empty.");
    }

    @Test
    void rows_of_sql_are_told_by_their_number() {
        assertThat(
                        bench.problemsOfQuery(
                                "select * from (values ('a', 1.5), ('b', -2), ('a', 3)) t(id, spend)",
                                Workbench.only(
                                        Field.uniqueId("id"),
                                        Field.amount("spend", 0, Double.POSITIVE_INFINITY))))
                .containsExactly(
                        "history.sql: row 2: spend (-2) must be 0 or more.",
                        "history.sql: row 3: id (a) must stand only once. It stands in row 1 too.");
    }

    @Test
    void sql_with_a_typing_error_is_told_in_the_words_of_duckdb() {
        assertThat(bench.problemsOfQuery("select * form 'h.csv'", Workbench.ANY))
                .containsExactly(
                        "history.sql: must be valid DuckDB SQL: Parser Error: syntax error at or"
                                + " near \"'h.csv'\".");
    }

    @Test
    void sql_over_a_missing_file_or_column_is_told() {
        assertThat(bench.problemsOfQuery("select * from 'nope.csv'", Workbench.ANY))
                .containsExactly(
                        "history.sql: must be valid DuckDB SQL: IO Error: No files found that match"
                                + " the pattern \"nope.csv\".");
        assertThat(bench.problemsOfQuery("select b from (select 1 as a)", Workbench.ANY))
                .containsExactly(
                        "history.sql: must be valid DuckDB SQL: Binder Error: Referenced column"
                                + " \"b\" not found in FROM clause! Candidate bindings: \"a\".");
    }

    @Test
    void sql_that_fails_half_way_is_told() {
        assertThat(
                        bench.problemsOfQuery(
                                "select cast(case when i = 99999 then 'x' else '1' end as int) as n"
                                        + " from range(100000) t(i)",
                                Workbench.ANY))
                .containsExactly(
                        "history.sql: must be valid DuckDB SQL: Conversion Error: Could not convert"
                                + " string 'x' to INT32.");
    }

    @Test
    void sql_without_rows_is_told() {
        assertThat(bench.problemsOfQuery("select 1 as x where false", Workbench.ANY))
                .containsExactly("history.sql: must have rows.");
    }

    @Test
    void a_column_of_lists_is_told() {
        assertThat(bench.problemsOfQuery("select 1 as x, [1, 2] as tags", Workbench.ANY))
                .containsExactly(
                        "history.sql: column (tags) must hold numbers or text. Maybe ignore it.");
    }

    @Test
    void a_number_of_sql_that_is_not_finite_is_told() {
        assertThat(
                        bench.problemsOfQuery(
                                "select cast('nan' as double) as x union all select 1e300",
                                Workbench.ANY))
                .containsExactly(
                        "history.sql: row 1: x (NaN) must be a finite number. Maybe leave the cell empty.",
                        "history.sql: row 2: x (1.0E300) must be a finite number. Maybe leave the"
                                + " cell empty.");
    }

    @Test
    void a_name_that_sql_gives_twice_is_told() {
        assertThat(bench.problemsOfQuery("select 1 as x, 2 as y, 3 as X", Workbench.ANY))
                .containsExactly(
                        "history.sql: column 3 (X) must have a name of its own. Column 1 is 'x'.");
    }
}
