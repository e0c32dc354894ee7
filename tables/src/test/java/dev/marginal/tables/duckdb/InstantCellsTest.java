package dev.marginal.tables.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.Field;
import dev.marginal.tables.InstantColumn;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstantCellsTest {
    private static final Layout LAYOUT = Workbench.only(Field.instant("at"));
    private static final String EXPECTED =
            "must be a time with its offset from UTC, such as 2026-11-30T18:05:00+08:00.";

    @TempDir Path folder;
    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(folder);
    }

    @Test
    void times_are_microseconds_since_1970_in_utc() {
        assertThat(
                        micros(
                                "1970-01-01T00:00:00Z",
                                "1970-01-01t08:00:01.5+08:00",
                                "1969-12-31 23:59:59.9999999z",
                                "1970-01-01T00:00:00-00:30",
                                "2024-02-29T00:00:00+00:00"))
                .containsExactly(0, 1_500_000, -1, 1_800_000_000, 1_709_164_800_000_000L);
    }

    @Test
    void times_are_read_as_java_reads_them() {
        Random random = new Random(1);
        List<String> texts = new ArrayList<>();
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Instant at = Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 250_000_000_000L));
            int minutes = random.nextInt(-17 * 60, 17 * 60);
            OffsetDateTime time =
                    at.plus(random.nextInt(1_000_000), ChronoUnit.MICROS)
                            .atOffset(ZoneOffset.ofTotalSeconds(60 * minutes));
            texts.add(time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
            expected.add(time.toEpochSecond() * 1_000_000 + time.getNano() / 1_000);
        }
        assertThat(micros(texts.toArray(String[]::new)))
                .containsExactly(expected.stream().mapToLong(Long::longValue).toArray());
    }

    @Test
    void what_is_no_time_is_told_and_a_missing_offset_is_asked_for() {
        assertThat(
                        bench.problems(
                                "at\n2026-11-30T18:05:00\n2026-11-30\n2026-02-29T00:00:00Z\n"
                                        + "2026-11-30T24:00:00Z\n2026-11-30T18:05:60Z\n"
                                        + "2026-11-30T18:05:00.Z\n2026-11-30T18:05:00+0800\n\"\"\n",
                                LAYOUT))
                .containsExactly(
                        "h.csv line 2: at (2026-11-30T18:05:00) "
                                + EXPECTED
                                + " Say which zone it is meant in: add Z for UTC, or an offset such as +08:00.",
                        "h.csv line 3: at (2026-11-30) " + EXPECTED,
                        "h.csv line 4: at (2026-02-29T00:00:00Z) " + EXPECTED,
                        "h.csv line 5: at (2026-11-30T24:00:00Z) " + EXPECTED,
                        "h.csv line 6: at (2026-11-30T18:05:60Z) " + EXPECTED,
                        "h.csv line 7: at (2026-11-30T18:05:00.Z) " + EXPECTED,
                        "h.csv line 8: at (2026-11-30T18:05:00+0800) " + EXPECTED,
                        "h.csv line 9: at must not be empty.");
    }

    @Test
    void times_that_may_be_missing_are_kept_in_parquet_to_the_microsecond() {
        Table table =
                read(
                        "at\n2026-11-30T18:05:00.123456+08:00\n\"\"\n0000-01-01T00:00:00Z\n",
                        Workbench.only(Field.maybeInstant("at")));
        TableFiles.write(table, folder.resolve("t.parquet"));
        long[] micros = table.column("at", InstantColumn.class).micros();
        List<Long> read = new ArrayList<>();
        try (Database database = Database.over(folder)) {
            database.each(
                    "SELECT coalesce(epoch_us(\"at\"), -9223372036854775808) FROM 't.parquet'",
                    rows -> {
                        for (int i = 0; i < rows.rows(); i++) {
                            read.add(rows.whole(0, i));
                        }
                    });
        }
        assertThat(read).containsExactly(micros[0], InstantColumn.MISSING, micros[2]);
    }

    private Table read(String text, Layout layout) {
        bench.put("t.csv", text);
        return bench.read("t.csv", layout);
    }

    private long[] micros(String... cells) {
        return read("at\n" + String.join("\n", cells) + "\n", LAYOUT)
                .column("at", InstantColumn.class)
                .micros();
    }
}
