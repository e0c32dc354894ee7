package dev.marginal.tables.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Field;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlAndParquetTest {
    @TempDir Path folder;
    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(folder);
    }

    @Test
    void typed_columns_become_numbers_or_categories() {
        Table table =
                bench.query(
                        "select 1::hugeint n, 2.5::decimal(9,2) d, true b, null e, 'x' t,"
                                + " date '2026-01-02' as day, 7 as zip, '3' as spend",
                        Workbench.features(Field.category("zip"), Field.amount("spend", 0, 9)));
        for (String name : new String[] {"n", "d", "b", "e"}) {
            assertThat(table.column(name, NumberColumn.class).values()).hasSize(1);
        }
        assertThat(table.column("b", NumberColumn.class).values()).containsExactly(1);
        assertThat(table.column("e", NumberColumn.class).values()).containsExactly(Float.NaN);
        assertThat(CsvReadingTest.words(table, "t")).containsExactly("x");
        assertThat(CsvReadingTest.words(table, "day")).containsExactly("2026-01-02");
        assertThat(CsvReadingTest.words(table, "zip")).containsExactly("7");
        assertThat(table.column("spend", AmountColumn.class).values()).containsExactly(3);
    }

    @Test
    void empty_text_is_missing() {
        Table table = bench.query("select '' as t union all select 'a'", Workbench.ANY);
        assertThat(table.column("t", CategoryColumn.class).codes()).containsExactly(-1, 0);
    }

    @Test
    void sql_reads_files_of_its_folder_whatever_the_name_of_the_folder() {
        Workbench odd = new Workbench(folder.resolve("a, b's [1]"));
        odd.put("sales 1.csv", "id,region\na,north\nb,south\n");
        Table table =
                odd.query(
                        "select * from 'sales 1.csv' where region = 'north' -- only these\n",
                        Workbench.features(Field.id("id")));
        assertThat(CsvReadingTest.ids(table, "id")).containsExactly("a");
        assertThat(odd.read("*.csv", Workbench.ANY).rows()).isEqualTo(2);
    }

    @Test
    void sql_keeps_its_order() {
        Table table =
                bench.query(
                        "select (i * 7919) % 100003 as x from range(100000) t(i) order by x desc",
                        Workbench.ANY);
        float[] values = table.column("x", NumberColumn.class).values();
        for (int i = 1; i < values.length; i++) {
            assertThat(values[i]).isLessThan(values[i - 1]);
        }
    }

    @Test
    void grouped_sums_of_sql_come_out_the_same_every_time() {
        String sql =
                "select i % 1000 as g, sum(1e6 / (i + 1)) as s from range(300000) t(i) group by 1";
        assertThat(Fingerprint.of(bench.query(sql, Workbench.ANY)))
                .isEqualTo(Fingerprint.of(bench.query(sql, Workbench.ANY)));
    }

    @Test
    void parquet_reads_as_the_csv_it_was_made_from() {
        bench.put("h.csv", "id,x,arm,spend\na,1.25,push,3\nb,,none,0.1\nc,-7,,12\n");
        try (Database database = Database.over(folder)) {
            database.run("copy (from 'h.csv') to '" + folder.resolve("h.parquet") + "'");
        }
        var layout = Workbench.features(Field.uniqueId("id"), Field.amount("spend", 0, 99));
        assertThat(Fingerprint.of(bench.read("h.parquet", layout)))
                .isEqualTo(Fingerprint.of(bench.read("h.csv", layout)));
        assertThat(Fingerprint.of(bench.query("from 'h.csv'", layout)))
                .isEqualTo(Fingerprint.of(bench.read("h.csv", layout)));
    }

    @Test
    void an_audit_scans_the_same_rows_as_text() {
        bench.put("d/1.csv", "id;x\n\"a\nb\";1.50\n;\n");
        bench.put("d/2.csv", "x,id\n2,c\n");
        String scan = Database.scan(new Source.Files(folder, "d/*.csv"));
        try (Database database = Database.over(folder)) {
            assertThat(database.rows("select id, x, typeof(x) as t from " + scan).toString())
                    .isEqualTo(
                            "[{id=a\nb, x=1.50, t=VARCHAR}, {id=null, x=null, t=VARCHAR},"
                                    + " {id=c, x=2, t=VARCHAR}]");
            database.run("copy (select 1.5 as x, '' as y) to '" + folder + "/p.parquet'");
            String parquet = Database.scan(new Source.Files(folder, "p.parquet"));
            assertThat(database.rows("from " + parquet).toString()).isEqualTo("[{x=1.5, y=null}]");
            String query = Database.scan(new Source.Query(folder, "q.sql", "select 2 as n -- two"));
            assertThat(database.rows("select * from " + query).toString()).isEqualTo("[{n=2}]");
        }
    }
}
