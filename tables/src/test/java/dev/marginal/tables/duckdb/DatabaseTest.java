package dev.marginal.tables.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir Path folder;

    @Test
    void rows_keep_the_order_of_columns() {
        try (Database database = Database.over(folder)) {
            database.run("create table t as select 2 as b, 'x' as a, null as c");
            List<Map<String, Object>> rows = database.rows("from t");
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0).toString()).isEqualTo("{b=2, a=x, c=null}");
        }
    }

    @Test
    void it_runs_in_one_thread() {
        try (Database database = Database.over(folder)) {
            assertThat(database.rows("select current_setting('threads') as n").get(0).get("n"))
                    .isEqualTo(1L);
        }
    }

    @Test
    void a_refused_statement_is_told_in_the_words_of_duckdb() {
        try (Database database = Database.over(folder)) {
            assertThatThrownBy(() -> database.run("selec 1"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Parser Error: syntax error at or near \"selec\"");
            assertThatThrownBy(() -> database.rows("select nope"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("nope");
        }
    }

    @Test
    void a_name_that_stands_twice_is_refused() {
        try (Database database = Database.over(folder)) {
            assertThatThrownBy(() -> database.rows("select 1 as a, 2 as a"))
                    .hasMessage("column (a) must be named only once.");
        }
    }

    @Test
    void literals_and_names_are_quoted() {
        assertThat(Database.quote("it's")).isEqualTo("'it''s'");
        assertThat(Database.identifier("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"");
    }

    @Test
    void the_spill_folder_goes_with_it() {
        Path spill;
        try (Database database = Database.over(folder)) {
            Object setting =
                    database.rows("select current_setting('temp_directory') as d").get(0).get("d");
            spill = Path.of(setting.toString());
            assertThat(spill).isDirectory();
        }
        assertThat(Files.exists(spill)).isFalse();
    }
}
