package dev.marginal.tables.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Field;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Layout;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {
    @TempDir Path folder;
    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(folder);
    }

    @Test
    void columns_come_in_file_order_with_the_types_asked_for_or_found() {
        bench.put("h.csv", "age,id,spend,arm,seen\n31,a,1.5,push,x\n,b,0,none,\n");
        Table table =
                bench.read(
                        "h.csv",
                        new Layout(
                                List.of(Field.uniqueId("id"), Field.amount("spend", 0, 9)),
                                List.of("seen"),
                                Layout.Others.FEATURES));
        assertThat(table.names()).containsExactly("age", "id", "spend", "arm");
        assertThat(table.column("age", NumberColumn.class).values()).containsExactly(31, Float.NaN);
        assertThat(ids(table, "id")).containsExactly("a", "b");
        assertThat(table.column("spend", AmountColumn.class).values()).containsExactly(1.5, 0);
        assertThat(words(table, "arm")).containsExactly("push", "none");
        assertThat(table.origin()).isEqualTo("h.csv");
    }

    @Test
    void numbers_asked_for_as_a_category_are_words() {
        bench.put("h.csv", "zip\n01234\n1234\n");
        Table table = bench.read("h.csv", Workbench.features(Field.category("zip")));
        assertThat(words(table, "zip")).containsExactly("01234", "1234");
    }

    @Test
    void a_column_with_fewer_numbers_than_words_is_a_category() {
        bench.put("h.csv", "x,y\n1,a\n,b\nb,c\nc,d\n");
        assertThat(words(bench.read("h.csv", Workbench.ANY), "x"))
                .containsExactly("1", null, "b", "c");
    }

    @Test
    void a_column_without_a_filled_cell_is_a_column_of_missing_numbers() {
        bench.put("h.csv", "x,y\n,1\n\"\",2\n");
        assertThat(bench.read("h.csv", Workbench.ANY).column("x", NumberColumn.class).values())
                .containsExactly(Float.NaN, Float.NaN);
    }

    @Test
    void words_of_nothing_are_words() {
        bench.put("h.csv", "name\nNone\nNA\nnull\nAda\n");
        assertThat(words(bench.read("h.csv", Workbench.ANY), "name"))
                .containsExactly("None", "NA", "null", "Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void every_delimiter_is_found(String delimiter) {
        bench.put("h.csv", "id,x,y\na,1,\"2\"\n".replace(",", delimiter));
        assertThat(bench.read("h.csv", Workbench.ANY).names()).containsExactly("id", "x", "y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeffid,x\na,1\nb,2\n",
                "id,x\r\na,1\r\nb,2\r\n",
                "id,x\r\na,1\nb,2",
                "id,x\n\n\na,1\n\nb,2\n\n",
                "\"id\",\"x\"\r\n\r\n\"a\",\"1\"\r\n\r\n\r\nb, 2 \r\n"
            })
    void marks_line_ends_blank_lines_and_quotes_make_no_difference(String text) {
        bench.put("h.csv", text);
        Table table = bench.read("h.csv", Workbench.features(Field.uniqueId("id")));
        assertThat(ids(table, "id")).containsExactly("a", "b");
        assertThat(table.column("x", NumberColumn.class).values()).containsExactly(1, 2);
    }

    @Test
    void quoted_cells_keep_their_delimiters_quotes_and_newlines() {
        bench.put("h.csv", "\"i\nd\",x\n\"a,\"\"b\"\"\nc\",1\n5\" pipe,2\n\"c\r\nd\",3\n");
        assertThat(ids(bench.read("h.csv", Workbench.features(Field.id("i\nd"))), "i\nd"))
                .containsExactly("a,\"b\"\nc", "5\" pipe", "c\r\nd");
    }

    @Test
    void a_packed_file_reads_as_the_plain_one() {
        String text = "id,x,arm\na,1.25,push\nb,,none\n";
        bench.put("h.csv", text);
        bench.putPacked("h.csv.gz", text);
        assertThat(fingerprint("h.csv.gz")).isEqualTo(fingerprint("h.csv"));
    }

    @Test
    void files_of_a_glob_follow_one_another_by_name_whatever_the_order_of_their_columns() {
        bench.put("day-2.csv", "arm,id\nnone,c\n");
        bench.put("day-1.csv", "id,arm\na,push\nb,none\n");
        bench.put("[1]-day.csv", "id,arm\nz,push\n");
        Table table =
                bench.read("day-*.csv", Workbench.only(Field.id("id"), Field.category("arm")));
        assertThat(ids(table, "id")).containsExactly("a", "b", "c");
        assertThat(words(table, "arm")).containsExactly("push", "none", "none");
        assertThat(bench.read("[1]-day.csv", Workbench.ANY).rows()).isEqualTo(1);
    }

    @Test
    void rows_keep_their_order_in_a_large_file() {
        int rows = 300_000;
        StringBuilder text = new StringBuilder("id,x\n");
        IntStream.range(0, rows).forEach(i -> text.append('c').append(i).append(",7\n"));
        bench.put("h.csv", text.toString());
        IdColumn ids =
                bench.read("h.csv", Workbench.features(Field.uniqueId("id")))
                        .column("id", IdColumn.class);
        assertThat(ids.rows()).isEqualTo(rows);
        assertThat(IntStream.range(0, rows).allMatch(i -> ids.id(i).equals("c" + i))).isTrue();
    }

    @Test
    void a_large_file_of_quoted_cells_loses_no_row() {
        int rows = 400_000;
        StringBuilder text = new StringBuilder("id,x,y\n");
        for (int i = 0; i < rows; i++) {
            text.append(i).append(",\"a,\"\"\n\"\"\r\n,\",\"\"\"\"\"; ,\"\"\"\"1,,a\"\n");
        }
        bench.put("h.csv", text.toString());
        Table table = bench.read("h.csv", Workbench.features(Field.uniqueId("id")));
        assertThat(table.rows()).isEqualTo(rows);
        assertThat(table.column("x", CategoryColumn.class).words())
                .containsExactly("a,\"\n\"\r\n,");
    }

    @Test
    void permuted_rows_get_the_same_codes() {
        List<String> rows = new ArrayList<>(List.of("b", "a", "é", "B", "10", "9", "b", "", "a"));
        bench.put("h.csv", "w,x\n" + String.join(",1\n", rows) + ",1\n");
        CategoryColumn first = bench.read("h.csv", Workbench.ANY).column("w", CategoryColumn.class);
        Collections.shuffle(rows, new Random(1));
        bench.put("h.csv", "w,x\n" + String.join(",1\n", rows) + ",1\n");
        CategoryColumn second =
                bench.read("h.csv", Workbench.ANY).column("w", CategoryColumn.class);
        assertThat(second.words())
                .isEqualTo(first.words())
                .containsExactly("10", "9", "B", "a", "b", "é");
    }

    @Test
    void every_double_reads_back() {
        Random random = new Random(7);
        double[] values =
                IntStream.range(0, 5_000)
                        .mapToDouble(i -> Double.longBitsToDouble(random.nextLong()))
                        .filter(Double::isFinite)
                        .toArray();
        StringBuilder text = new StringBuilder("x,y\n");
        for (double value : values) {
            text.append(value).append(",1\n");
        }
        bench.put("h.csv", text.toString());
        Field amount = Field.amount("x", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertThat(
                        bench.read("h.csv", Workbench.features(amount))
                                .column("x", AmountColumn.class)
                                .values())
                .isEqualTo(values);
    }

    @Test
    void nothing_is_left_behind() throws Exception {
        bench.put("h.csv", "id,x\na,1\n");
        bench.read("h.csv", Workbench.ANY);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    private String fingerprint(String pattern) {
        return Fingerprint.of(bench.read(pattern, Workbench.features(Field.id("id"))));
    }

    static List<String> ids(Table table, String name) {
        IdColumn ids = table.column(name, IdColumn.class);
        return IntStream.range(0, ids.rows()).mapToObj(ids::id).toList();
    }

    static List<String> words(Table table, String name) {
        CategoryColumn column = table.column(name, CategoryColumn.class);
        return IntStream.range(0, column.rows()).mapToObj(column::word).toList();
    }
}
