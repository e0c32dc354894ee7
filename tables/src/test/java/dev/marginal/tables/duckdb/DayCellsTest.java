package dev.marginal.tables.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.Field;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Table;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayCellsTest {
    private static final Layout LAYOUT = Workbench.only(Field.day("day"));
    private static final String EXPECTED =
            "must be a date such as 2026-11-30, a time such as 2026-11-30 18:05, or a whole number.";

    @TempDir Path folder;
    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(folder);
    }

    @Test
    void dates_are_days_since_1970() {
        assertThat(days("day\n1970-01-01\n1970-02-01\n1969-12-31\n2026-11-30\n"))
                .containsExactly(0, 31, -1, 20_787);
    }

    @Test
    void of_a_time_the_day_counts_as_it_is_written() {
        assertThat(
                        days(
                                "day\n1970-01-02 23:59\n1970-01-02T00:00:00\n1970-01-03T23:30:00.125+08:00\n"
                                        + "1970-01-04T00:10:00Z\n1970-01-05\n"))
                .containsExactly(1, 1, 2, 3, 4);
    }

    @Test
    void whole_numbers_stand_for_themselves() {
        assertThat(days("day\n202601\n-3\n7.0\n")).containsExactly(202_601, -3, 7);
    }

    @Test
    void what_is_no_day_is_told() {
        assertThat(bench.problems("day\n2026-01-01\n2026-02-30\n1/2/2026\nsoon\n\"\"\n", LAYOUT))
                .containsExactly(
                        "h.csv line 3: day (2026-02-30) " + EXPECTED,
                        "h.csv line 4: day (1/2/2026) " + EXPECTED,
                        "h.csv line 5: day (soon) " + EXPECTED,
                        "h.csv line 6: day must not be empty.");
    }

    @Test
    void dates_and_whole_numbers_do_not_mix() {
        assertThat(bench.problems("day\n2026-01-01\n7\n", LAYOUT))
                .containsExactly(
                        "h.csv line 3: day (7) must be a date or a time, as the cells above.");
        assertThat(bench.problems("day\n7\n2026-01-01\n", LAYOUT))
                .containsExactly(
                        "h.csv line 3: day (2026-01-01) must be a whole number, as the cells above.");
    }

    @Test
    void a_query_may_bring_dates_times_and_whole_numbers() {
        Table dates = bench.query("select date '1970-01-03' as day", LAYOUT);
        Table times = bench.query("select timestamp '1970-01-03 12:00:01.5' as day", LAYOUT);
        Table zoned = bench.query("select timestamptz '1970-01-03 12:00:00+00' as day", LAYOUT);
        Table whole = bench.query("select 5::bigint as day", LAYOUT);

        assertThat(days(dates)).containsExactly(2);
        assertThat(days(times)).containsExactly(2);
        assertThat(days(zoned)).containsExactly(2);
        assertThat(days(whole)).containsExactly(5);
    }

    private double[] days(String text) {
        bench.put("h.csv", text);
        return days(bench.read("h.csv", LAYOUT));
    }

    private static double[] days(Table table) {
        return table.column("day", AmountColumn.class).values();
    }
}
