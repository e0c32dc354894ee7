package dev.marginal.scenarios.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.FutureValue;
import dev.marginal.scenarios.FutureValues;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FutureValueReaderTest {
    private static final IdColumn AUDIENCE = IdColumn.of("id", List.of("ann", "bob", "cleo"));

    @TempDir Path folder;

    @Test
    void values_come_in_the_order_of_the_audience_and_strangers_are_passed_over()
            throws IOException {
        FutureValues values = read("cleo,3", "zoe,9", "ann,1.5", "bob,0");

        assertThat(values.ofAnOrder()).containsExactly(1.5f, 0, 3);
        assertThat(values.rows()).isEqualTo(4);
    }

    @Test
    void other_values_have_another_fingerprint() throws IOException {
        assertThat(read("ann,1", "bob,2", "cleo,3").fingerprint())
                .hasSize(64)
                .isNotEqualTo(read("ann,1", "bob,2", "cleo,4").fingerprint());
    }

    @Test
    void everything_wrong_with_the_table_is_told_at_once() {
        assertThatThrownBy(() -> read("ann,much", "ann,2", "bob,-1"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("4 problems")
                .hasMessageContaining("value_of_an_order (much)")
                .hasMessageContaining("value_of_an_order (-1)")
                .hasMessageContaining("customer (ann)")
                .hasMessageContaining(
                        "customer has no row for 1 of the 3 customers of audience.csv, such as cleo.");
    }

    @Test
    void who_is_missing_is_told_with_what_to_do() {
        assertThatThrownBy(() -> read("bob,1"))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "value.csv: customer has no row for 2 of the 3 customers of audience.csv, such as ann, cleo. Give every customer one: who never bought has no history that a purchase model could move, and 0 says that an order of theirs counts for itself alone.");
    }

    @Test
    void a_table_without_the_column_says_so_once() {
        assertThatThrownBy(() -> read("value", "ann,1"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("value_of_an_order");
    }

    private FutureValues read(String... lines) throws IOException {
        String head =
                lines[0].equals("value") ? "customer,value\n" : "customer,value_of_an_order\n";
        String text = head + String.join("\n", lines).replaceFirst("^value\n", "") + "\n";
        Files.writeString(folder.resolve("value.csv"), text);
        return new FutureValueReader(
                        new FutureValue(
                                new Source.Files(folder, "value.csv"),
                                "customer",
                                "value_of_an_order"),
                        "audience.csv",
                        AUDIENCE,
                        new DuckDbReader())
                .read();
    }
}
