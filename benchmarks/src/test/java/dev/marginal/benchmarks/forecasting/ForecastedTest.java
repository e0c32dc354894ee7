package dev.marginal.benchmarks.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastedTest {
    private static final Forecasted INSIDE = new Forecasted(10, 8, 9, 11, 20, 5, 15);
    private static final Forecasted ABOVE = new Forecasted(12, 8, 9, 11, 36, 6, 12);

    @TempDir Path folder;

    @Test
    void a_campaign_survives_its_text() {
        assertThat(Forecasted.parse(INSIDE.toString())).isEqualTo(INSIDE);
        assertThatThrownBy(() -> Forecasted.parse("1 2")).hasMessageContaining("7 numbers");
    }

    @Test
    void the_table_counts_what_was_covered_and_what_was_overpromised() {
        Facts facts = new Facts(folder.resolve("facts.tsv"));
        facts.add("campaign", INSIDE);
        facts.add("campaign", ABOVE);

        String table = ForecastTable.of(Map.of("`x`", List.of(new Finding("x", facts, "done"))));
        assertThat(table).contains("| `x` | 2 | 50.0 % (1.3 to 98.7) | 1 | 0 |");
        assertThat(table).contains("2.50 (2.00 to 3.00) | 2.50 (2.00 to 3.00)");
    }
}
