package dev.marginal.tables.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Field;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.MoneyColumn;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFilesTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @TempDir Path folder;
    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(folder);
    }

    @Test
    void csv_is_plain_and_quoted_only_where_needed() throws IOException {
        Path file = folder.resolve("sends.csv");
        TableFiles.write(small(), file);
        assertThat(Files.readString(file))
                .isEqualTo(
                        """
                        customer,x,arm,cost,"p,q"
                        ann,1.5,push,0.060000,0.1
                        "b,""o""b",,,-1.500000,1e+300
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.csv.gz", "t.parquet"})
    void what_is_written_reads_back_equal(String name) {
        Table table = random(20_000);
        TableFiles.write(table, folder.resolve(name));
        Table read =
                bench.read(
                        name,
                        Workbench.only(
                                Field.uniqueId("id"),
                                Field.number("x"),
                                Field.category("w"),
                                Field.amount("a", -INFINITY, INFINITY)));
        assertThat(Fingerprint.of(read)).isEqualTo(Fingerprint.of(table));
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", ".csv.gz", ".parquet"})
    void the_same_table_gives_the_same_bytes(String ending) {
        Path first = folder.resolve("a" + ending);
        Path second = folder.resolve("b" + ending);
        TableFiles.write(random(30_000), first);
        TableFiles.write(small(), second);
        TableFiles.write(random(30_000), second);
        assertThat(Fingerprint.of(second)).isEqualTo(Fingerprint.of(first));
    }

    @Test
    void money_is_an_exact_decimal_in_parquet() {
        TableFiles.write(small(), folder.resolve("t.parquet"));
        try (Database database = Database.over(folder)) {
            assertThat(database.rows("select typeof(cost) as t, cost from 't.parquet'").toString())
                    .isEqualTo(
                            "[{t=DECIMAL(18,6), cost=0.060000}, {t=DECIMAL(18,6),"
                                    + " cost=-1.500000}]");
        }
    }

    @Test
    void money_beyond_eighteen_digits_is_refused() {
        assertThatThrownBy(() -> new MoneyColumn("cost", new long[] {1_000_000_000_000_000_000L}))
                .hasMessage("micros of cost (1000000000000000000) must be below 10^18 in size.");
    }

    @Test
    void a_table_without_rows_is_a_header() throws IOException {
        Table table = new Table("plan", 0, List.of(IdColumn.of("id", List.of())));
        TableFiles.write(table, folder.resolve("t.csv"));
        assertThat(Files.readString(folder.resolve("t.csv"))).isEqualTo("id\n");
    }

    @Test
    void other_endings_are_refused() {
        Path file = folder.resolve("t.xlsx");
        assertThatThrownBy(() -> TableFiles.write(small(), file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("file (%s) must be named .csv, .csv.gz or .parquet.".formatted(file));
    }

    @Test
    void a_missing_folder_is_told_in_the_words_of_duckdb() {
        assertThatThrownBy(() -> TableFiles.write(small(), folder.resolve("no/t.csv")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No such file or directory");
    }

    private static Table small() {
        return table(
                IdColumn.of("customer", List.of("ann", "b,\"o\"b")),
                new NumberColumn("x", new float[] {1.5f, Float.NaN}),
                new CategoryColumn("arm", new int[] {0, -1}, List.of("push")),
                new MoneyColumn("cost", new long[] {60_000, -1_500_000}),
                new AmountColumn("p,q", new double[] {0.1, 1e300}));
    }

    private static Table random(int rows) {
        Random random = new Random(3);
        float[] numbers = new float[rows];
        double[] amounts = new double[rows];
        int[] codes = new int[rows];
        List<String> words = List.of(" ", "\"", "#", ",", "\r", "a\nb", "null", "ü");
        for (int i = 0; i < rows; i++) {
            float number = Float.intBitsToFloat(random.nextInt());
            numbers[i] = Float.isFinite(number) ? number : Float.NaN;
            double amount = Double.longBitsToDouble(random.nextLong());
            amounts[i] = Double.isFinite(amount) ? amount : 0.1 + 0.2;
            codes[i] = i < words.size() ? i : random.nextInt(words.size() + 1) - 1;
        }
        List<String> ids = IntStream.range(0, rows).mapToObj(i -> "é" + i + ",\"x\"\r\n").toList();
        return table(
                IdColumn.of("id", ids),
                new NumberColumn("x", numbers),
                new CategoryColumn("w", codes, words.stream().sorted().toList()),
                new AmountColumn("a", amounts));
    }

    private static Table table(Column... columns) {
        return new Table("made here", columns[0].rows(), List.of(columns));
    }
}
