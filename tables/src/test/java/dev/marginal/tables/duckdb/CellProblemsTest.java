package dev.marginal.tables.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Field;
import dev.marginal.tables.Layout;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellProblemsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @TempDir Path folder;
    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(folder);
    }

    @Test
    void a_word_in_a_feature_of_numbers_is_told() {
        assertThat(bench.problems("recency\n1\n2\nten\n", Workbench.ANY))
                .containsExactly(
                        "h.csv line 4: recency (ten) must be a number. Maybe leave the cell empty.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA", "n/a", "NULL", "None", "-"})
    void a_word_for_nothing_is_told_to_be_left_out(String nothing) {
        assertThat(bench.problems("x\n1\n" + nothing + "\n", Workbench.ANY))
                .containsExactly(
                        "h.csv line 3: x (%s) must be a number. Maybe leave the cell empty."
                                .formatted(nothing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$5", "5%", "1_000", "1.234.5", "+-5", "0x1F", "5 USD"})
    void a_number_in_other_signs_is_told_to_be_written_plainly(String cell) {
        assertThat(bench.problems("x\n1\n" + cell + "\n", Workbench.ANY))
                .containsExactly(
                        "h.csv line 3: x (%s) must be a number. Maybe write it plainly, as in 1234.5."
                                .formatted(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "NaN", "inf", "-Infinity", "1e999", "1e39"})
    void a_number_that_is_not_finite_is_told(String cell) {
        assertThat(bench.problems("x,y\n1,z\n" + cell + ",z\n2,z\nbad,z\n", Workbench.ANY).get(0))
                .isIn(
                        "h.csv line 3: x (%s) must be a finite number. Maybe leave the cell empty."
                                .formatted(cell),
                        "h.csv line 3: x (1.0E39) must be a finite number. Maybe leave the cell empty.");
    }

    @Test
    void nan_and_infinity_are_told_in_amounts() {
        assertThat(amounts(Field.amount("x", 0, INFINITY), "nan", "1e39", "1e999", "-inf"))
                .containsExactly(
                        "h.csv line 2: x (nan) must be a finite number.",
                        "h.csv line 4: x (1e999) must be a finite number.",
                        "h.csv line 5: x (-inf) must be a finite number.");
    }

    @Test
    void an_amount_that_is_no_number_or_missing_is_told() {
        assertThat(amounts(Field.amount("x", 0, INFINITY), "free", "", "3"))
                .containsExactly(
                        "h.csv line 2: x (free) must be a number.",
                        "h.csv line 3: x must not be empty.");
    }

    @Test
    void an_amount_outside_its_range_is_told() {
        assertThat(amounts(Field.amount("x", 0, 1), "-0.5", "0", "1", "2"))
                .containsExactly(
                        "h.csv line 2: x (-0.5) must be between 0 and 1.",
                        "h.csv line 5: x (2) must be between 0 and 1.");
        assertThat(amounts(Field.amount("x", 0, INFINITY), "-5"))
                .containsExactly("h.csv line 2: x (-5) must be 0 or more.");
        assertThat(amounts(Field.amount("x", -INFINITY, 7), "8"))
                .containsExactly("h.csv line 2: x (8) must be at most 7.");
        assertThat(amounts(Field.amount("x", Double.MIN_VALUE, 1), "0"))
                .containsExactly("h.csv line 2: x (0) must be above 0 and at most 1.");
    }

    @Test
    void a_word_that_is_not_allowed_is_told() {
        Field arm = Field.oneOf("arm", List.of("none", "push", "coupon"));
        assertThat(bench.problems("arm,x\nnone,1\npsuh,2\n,3\n", Workbench.features(arm)))
                .containsExactly(
                        "h.csv line 3: arm (psuh) must be one of none, push, coupon. Did you mean"
                                + " 'push'?",
                        "h.csv line 4: arm must not be empty.");
    }

    @Test
    void an_id_that_stands_twice_is_told_with_both_lines() {
        assertThat(bench.problems("id\na\nb\n\"a\"\nc\na\n", Workbench.only(Field.uniqueId("id"))))
                .containsExactly(
                        "h.csv line 4: id (a) must stand only once. It stands in line 2 too.",
                        "h.csv line 6: id (a) must stand only once. It stands in line 2 too.");
    }

    @Test
    void an_empty_id_is_told() {
        assertThat(bench.problems("id,x\na,1\n,2\n\"\",3\n", Workbench.features(Field.id("id"))))
                .containsExactly(
                        "h.csv line 3: id must not be empty.",
                        "h.csv line 4: id must not be empty.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-1+1", "+1=2"})
    void an_id_that_a_spreadsheet_would_run_is_told(String id) {
        assertThat(bench.problems("id\n" + id + "\n", Workbench.only(Field.id("id"))))
                .containsExactly(
                        "h.csv line 2: id (%s) must not begin like a spreadsheet formula. Maybe put"
                                        .formatted(id)
                                + " a letter before it.");
    }

    @Test
    void an_id_that_begins_with_a_tab_is_told() {
        assertThat(bench.problems("id,x\n\t=1,1\n", Workbench.features(Field.id("id"))))
                .containsExactly(
                        "h.csv line 2: id (\uFFFD=1) must not begin like a spreadsheet formula."
                                + " Maybe put a letter before it.");
    }

    @Test
    void phone_numbers_and_negative_numbers_are_ids() {
        bench.put("h.csv", "id\n+49 (30) 123-45.6\n-17\n");
        assertThat(bench.read("h.csv", Workbench.only(Field.uniqueId("id"))).rows()).isEqualTo(2);
    }

    @Test
    void an_endless_id_is_told() {
        assertThat(bench.problems("id\n" + "z".repeat(1001) + "\n", Workbench.only(Field.id("id"))))
                .containsExactly(
                        "h.csv line 2: id (%s…) must have at most 1,000 letters."
                                .formatted("z".repeat(60)));
    }

    @Test
    void a_category_of_too_many_words_is_told() {
        StringBuilder text = new StringBuilder("comment\n");
        for (int i = 0; i < 100_001; i++) {
            text.append("word").append(i).append('\n');
        }
        assertThat(bench.problems(text.toString(), Workbench.ANY))
                .containsExactly(
                        "h.csv: comment must have at most 100,000 different words. Maybe ignore"
                                + " it.");
    }

    @Test
    void lines_are_exact_after_quoted_newlines_and_blank_lines_in_packed_files() {
        bench.putPacked("h.csv.gz", "id,x\r\n\"a\n\n\r\nb\",1\r\n\r\nc,2\r\n\r\n\r\nd,bad\r\n");
        assertThat(bench.problemsOf("h.csv.gz", Workbench.ANY))
                .containsExactly(
                        "h.csv.gz line 10: x (bad) must be a number. Maybe leave the cell empty.");
    }

    @Test
    void the_way_out_for_a_word_among_numbers_is_the_layouts_where_nobody_declared_numbers() {
        Field declared = Field.number("age");
        Layout layout =
                new Layout(
                        List.of(declared),
                        List.of(),
                        Layout.Others.FEATURES,
                        "Maybe call it a category.");

        assertThat(bench.problems("age,height\n31,180\nold,tall\n", layout))
                .containsExactly(
                        "h.csv line 3: age (old) must be a number. Maybe leave the cell empty.",
                        "h.csv line 3: height (tall) must be a number. Maybe call it a category.");
    }

    @Test
    void all_problems_of_a_file_are_told_in_the_order_of_its_lines() {
        assertThat(
                        bench.problems(
                                "id,x,spend,arm\na,1,-1,push\na,2,3,psh\nb,two,,push\n,4,5,push\n",
                                Workbench.features(
                                        Field.uniqueId("id"),
                                        Field.amount("spend", 0, INFINITY),
                                        Field.oneOf("arm", List.of("push")))))
                .extracting(sentence -> sentence.replaceAll("\\.? ?(Maybe|It|Did) .*", ""))
                .containsExactly(
                        "h.csv line 2: spend (-1) must be 0 or more.",
                        "h.csv line 3: id (a) must stand only once",
                        "h.csv line 3: arm (psh) must be one of push",
                        "h.csv line 4: x (two) must be a number",
                        "h.csv line 4: spend must not be empty.",
                        "h.csv line 5: id must not be empty.");
    }

    @Test
    void floods_of_bad_cells_are_counted() {
        bench.put("h.csv", "id,x\n" + "=a,ten\n".repeat(60_000));
        BadInput found =
                Assertions.catchThrowableOfType(
                        BadInput.class,
                        () ->
                                bench.read(
                                        "h.csv",
                                        Workbench.only(Field.uniqueId("id"), Field.number("x"))));
        assertThat(found.found()).isEqualTo(120_000);
        assertThat(found.problems()).hasSize(100);
        assertThat(found.problems().get(99).line()).isEqualTo(51);
    }

    private List<String> amounts(Field field, String... cells) {
        String text = "x,pad\n" + String.join(",p\n", cells) + ",p\n";
        return bench.problems(text, Workbench.features(field));
    }
}
