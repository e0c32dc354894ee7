package dev.marginal.tables.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Field;
import dev.marginal.tables.Layout;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public e-mail experiment of Kevin Hillstrom (MineThatData, 2008), if it is at hand. */
class HillstromTest {
    private static final Path FOLDER = Path.of("../../shared/data/hillstrom");

    @BeforeEach
    void data_is_there() {
        Assumptions.assumeTrue(
                Files.exists(FOLDER.resolve("hillstrom.csv")),
                "The Hillstrom file is not at " + FOLDER + ".");
    }

    @Test
    void arms_and_their_mean_spend_are_those_published() {
        Table table =
                new DuckDbReader()
                        .read(
                                new Source.Files(FOLDER, "hillstrom.csv"),
                                new Layout(
                                        List.of(
                                                Field.category("segment"),
                                                Field.amount("spend", 0, Double.POSITIVE_INFINITY)),
                                        List.of("visit", "conversion"),
                                        Layout.Others.FEATURES));
        assertThat(table.rows()).isEqualTo(64_000);
        CategoryColumn arms = table.column("segment", CategoryColumn.class);
        double[] spend = table.column("spend", AmountColumn.class).values();
        assertThat(arms.words()).containsExactly("Mens E-Mail", "No E-Mail", "Womens E-Mail");
        assertThat(count(arms, 0)).isEqualTo(21_307);
        assertThat(count(arms, 1)).isEqualTo(21_306);
        assertThat(count(arms, 2)).isEqualTo(21_387);
        assertThat(mean(arms, spend, 0)).isCloseTo(1.422617, within(5e-7));
        assertThat(mean(arms, spend, 1)).isCloseTo(0.652789, within(5e-7));
        assertThat(mean(arms, spend, 2)).isCloseTo(1.077202, within(5e-7));
        assertThat(table.column("history", NumberColumn.class).values()[0]).isEqualTo(142.44f);
        assertThat(CsvReadingTest.words(table, "channel").get(0)).isEqualTo("Phone");
    }

    private static long count(CategoryColumn arms, int arm) {
        return IntStream.of(arms.codes()).filter(code -> code == arm).count();
    }

    private static double mean(CategoryColumn arms, double[] spend, int arm) {
        return IntStream.range(0, spend.length)
                .filter(row -> arms.codes()[row] == arm)
                .mapToDouble(row -> spend[row])
                .average()
                .orElseThrow();
    }
}
