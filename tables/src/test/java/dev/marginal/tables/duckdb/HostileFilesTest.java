package dev.marginal.tables.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Field;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files are tables or bad inputs, and nothing else. */
class HostileFilesTest {
    private static final int FILES = 300;
    private static final String TEXT =
            "\ufeffid,x,spend,arm\r\nann,1.5,3,push\r\n\"b,\"\"o\"\"b\",,0.25,none\r\n\r\n"
                    + "\"c\nd\",-7e2,12,\"push\"\r\né,9,0,\r\n";
    private static final String SPICES = "\"\"\",;\t|\r\n\n\0=@+-é 1eE.";

    @TempDir Path folder;

    @Test
    void a_mutated_file_is_a_table_or_bad_input() {
        Random random = new Random(20261121);
        int tables = 0;
        for (int i = 0; i < FILES; i++) {
            tables += outcome("h.csv", mutated(bytes(), random), i);
        }
        assertThat(tables).isBetween(FILES / 50, FILES / 2);
    }

    @Test
    void a_mutated_archive_is_a_table_or_bad_input() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes());
        }
        Random random = new Random(5);
        for (int i = 0; i < FILES / 4; i++) {
            outcome("h.csv.gz", mutated(packed.toByteArray(), random), i);
        }
    }

    @Test
    void a_mutated_parquet_file_is_a_table_or_bad_input() throws IOException {
        Workbench bench = new Workbench(folder);
        bench.put("h.csv", bytes());
        TableFiles.write(bench.read("h.csv", layout()), folder.resolve("p.parquet"));
        byte[] whole = Files.readAllBytes(folder.resolve("p.parquet"));
        Random random = new Random(9);
        for (int i = 0; i < FILES / 4; i++) {
            byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
            outcome("h.parquet", cut, i);
        }
    }

    /** 1 for a table of plausible size, 0 for a bad input; anything else fails the test. */
    private int outcome(String name, byte[] bytes, int number) {
        Workbench bench = new Workbench(folder);
        bench.put(name, bytes);
        try {
            Table table = bench.read(name, layout());
            assertThat(table.rows()).isBetween(1, bytes.length);
            return 1;
        } catch (BadInput expected) {
            assertThat(expected.getMessage()).as("file %d", number).doesNotContain("\0");
            return 0;
        } catch (RuntimeException other) {
            throw new AssertionError(
                    "file %d: %s".formatted(number, new String(bytes, StandardCharsets.UTF_8)),
                    other);
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        byte[] spices = SPICES.getBytes(StandardCharsets.UTF_8);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = spices[random.nextInt(spices.length)];
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                default -> {
                    byte[] tail = Arrays.copyOfRange(bytes, at, bytes.length);
                    bytes = Workbench.joined(Arrays.copyOf(bytes, at + 1), tail);
                }
            }
        }
        return bytes;
    }

    private static byte[] bytes() {
        return TEXT.getBytes(StandardCharsets.UTF_8);
    }

    private static Layout layout() {
        return new Layout(
                List.of(
                        Field.uniqueId("id"),
                        Field.amount("spend", 0, Double.POSITIVE_INFINITY),
                        Field.category("arm")),
                List.of(),
                Layout.Others.FEATURES);
    }
}
