package dev.marginal.tables.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Layout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapeProblemsTest {
    @TempDir Path folder;
    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(folder);
    }

    @Test
    void a_row_with_too_few_cells_is_told() {
        assertThat(problems("id,x,y\na,1,2\nb,3\n"))
                .containsExactly(
                        "h.csv line 3: row must have 3 cells as in the header, not 2. Maybe a ',' is"
                                + " missing.");
    }

    @Test
    void a_row_with_too_many_cells_is_told() {
        assertThat(problems("id;x\na;1\nb;3;4\n"))
                .containsExactly(
                        "h.csv line 3: row must have 2 cells as in the header, not 3. Maybe a cell"
                                + " that holds a ';' must stand in quotes.");
    }

    @Test
    void ragged_rows_have_their_lines_after_blank_lines_and_quoted_newlines() {
        assertThat(problems("id,x\r\n\r\n\"a\r\nb\",1\r\n\r\nc\r\n\"d\n\n\",2\r\ne,1,2\r\n"))
                .extracting(sentence -> sentence.replaceAll(" must.*", ""))
                .containsExactly("h.csv line 6: row", "h.csv line 10: row");
    }

    @Test
    void an_open_quote_is_told_where_it_begins() {
        assertThat(problems("id,x\na,1\nb,\"2\nc,3\n"))
                .containsExactly(
                        "h.csv line 3: x must close its quote. Maybe a \" is missing at the end of"
                                + " the cell, or one inside must be written twice.");
    }

    @Test
    void text_after_a_closing_quote_is_told() {
        assertThat(problems("id,x\na,\"5\" pipe\"\nb,1\n"))
                .containsExactly(
                        "h.csv line 2: x must end at its closing quote. Maybe a \" inside the cell"
                                + " must be written twice.");
    }

    @Test
    void spaces_before_a_quote_are_told() {
        assertThat(problems("id,x\na, \"5,6\"\nb,1\n"))
                .containsExactly(
                        "h.csv line 2: x must begin with its quote. Remove the spaces between the"
                                + " delimiter and the quote.");
    }

    @Test
    void bytes_that_are_not_utf8_are_told() {
        bench.put("h.csv", Workbench.bytes("id,x\na,1\nM\u00fcller,2\n"));
        assertThat(bench.problemsOf("h.csv", Workbench.ANY))
                .containsExactly(
                        "h.csv line 3: id must be UTF-8 text. Save the file as CSV UTF-8.");
    }

    @Test
    void bytes_that_are_not_utf8_are_told_in_ignored_columns_too() {
        bench.put("h.csv", Workbench.bytes("id,x\nM\u00fcller,2\n"));
        var layout = new Layout(List.of(), List.of("id"), Layout.Others.FEATURES);
        assertThat(bench.problemsOf("h.csv", layout))
                .containsExactly(
                        "h.csv line 2: id must be UTF-8 text. Save the file as CSV UTF-8.");
    }

    @Test
    void a_file_in_utf16_is_told_in_its_first_line() {
        bench.put("h.csv", "\ufeffid,x\na,1\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(bench.problemsOf("h.csv", Workbench.ANY).get(0))
                .isEqualTo("h.csv line 1: cell 1 must be UTF-8 text. Save the file as CSV UTF-8.");
    }

    @Test
    void a_nul_byte_is_told() {
        assertThat(problems("id,x\na,1\nb\0,2\n"))
                .containsExactly(
                        "h.csv line 3: id must not hold a NUL byte. Save the file as CSV UTF-8.");
    }

    @Test
    void a_lone_carriage_return_is_told() {
        assertThat(problems("id,x\ra,1\rb,2\r"))
                .containsExactly(
                        "h.csv line 1: cell 2 must not hold a lone carriage return. Save the file"
                                + " with LF or CRLF at the end of each line.");
    }

    @Test
    void an_endless_row_is_told() {
        assertThat(problems("id,x\na,1\nb," + "z".repeat(2_100_000) + "\n"))
                .containsExactly(
                        "h.csv line 3: x must stand in a row below 2,000,000 bytes. Maybe a quote"
                                + " before it is not closed.");
    }

    @Test
    void a_name_that_stands_twice_is_told_whatever_its_case() {
        assertThat(problems("spend,x,Spend,x\n1,2,3,4\n"))
                .containsExactly(
                        "h.csv line 1: column 3 (Spend) must have a name of its own. Column 1 is"
                                + " 'spend'.",
                        "h.csv line 1: column 4 (x) must have a name of its own. Column 2 is 'x'.");
    }

    @Test
    void an_empty_name_is_told() {
        assertThat(problems("id,,x\n1,2,3\n"))
                .containsExactly("h.csv line 1: column 2 must have a name.");
    }

    @Test
    void a_blank_first_line_is_told() {
        assertThat(problems("\nid\na\n"))
                .containsExactly("h.csv line 1: column 1 must have a name.");
    }

    @Test
    void sound_rows_of_a_ragged_file_are_still_checked() {
        assertThat(problems("id,x\na,1\nb\nc,2\nd,3\ne,ten\n"))
                .containsExactly(
                        "h.csv line 3: row must have 2 cells as in the header, not 1. Maybe a ',' is"
                                + " missing.",
                        "h.csv line 6: x (ten) must be a number. Maybe leave the cell empty.");
    }

    @Test
    void thousands_of_ragged_rows_are_counted() {
        bench.put("h.csv", "id,x\n" + "a\n".repeat(5000));
        BadInput found =
                Assertions.catchThrowableOfType(
                        BadInput.class, () -> bench.read("h.csv", Workbench.ANY));
        assertThat(found.found()).isEqualTo(5000);
        assertThat(found.problems()).hasSize(100);
        assertThat(found.getMessage())
                .startsWith("5,000 problems")
                .endsWith("4,980 more like these");
    }

    private List<String> problems(String text) {
        return bench.problems(text, Workbench.ANY);
    }
}
