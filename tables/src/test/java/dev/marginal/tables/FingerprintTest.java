package dev.marginal.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @Test
    void equal_tables_have_equal_fingerprints_wherever_they_come_from() {
        assertThat(Fingerprint.of(table("a.csv", "x", 1, 2)))
                .isEqualTo(Fingerprint.of(table("b.csv", "x", 1, 2)))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void names_values_kinds_and_their_order_count() {
        Stream<Table> tables =
                Stream.of(
                        table("t", "x", 1, 2),
                        table("t", "y", 1, 2),
                        table("t", "x", 2, 1),
                        table("t", "x", 1, Float.NaN),
                        new Table("t", 2, List.of(new AmountColumn("x", new double[] {1, 2}))),
                        new Table("t", 2, List.of(new MoneyColumn("x", new long[] {1, 2}))),
                        new Table("t", 2, List.of(IdColumn.of("x", List.of("ab", "c")))),
                        new Table("t", 2, List.of(IdColumn.of("x", List.of("a", "bc")))),
                        category("a", "b"),
                        category("a", "c"));
        assertThat(tables.map(Fingerprint::of)).doesNotHaveDuplicates();
    }

    @Test
    void a_file_has_the_sum_that_sha256sum_prints(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        assertThat(Fingerprint.of(file))
                .isEqualTo(Fingerprint.of(new byte[] {'a', 'b', 'c'}))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static Table table(String origin, String name, float... values) {
        return new Table(origin, values.length, List.of(new NumberColumn(name, values)));
    }

    private static Table category(String... words) {
        return new Table(
                "t", 2, List.of(new CategoryColumn("x", new int[] {0, 1}, List.of(words))));
    }
}
