package dev.marginal.benchmarks.python;

import static dev.marginal.benchmarks.python.Contestant.CAUSALML_FOREST;
import static dev.marginal.benchmarks.python.Contestant.MARGINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir Path folder;

    @Test
    void what_was_written_is_read_to_the_last_digit() {
        ledger();

        Scored marginal = read().scored(List.of(MARGINAL), List.of(101L, 102L)).get(0);
        assertThat(marginal.values("fit")).containsExactly(1.0 / 3, 2);
        assertThat(marginal.values("√PEHE")).containsExactly(1e-17);
        assertThat(marginal.trouble()).isEmpty();
        assertThat(read().measured()).isEqualTo("2026-11-22 at abc, 2026-11-23 at def");
    }

    @Test
    void a_split_that_is_known_is_not_measured_again_whether_it_has_figures_or_trouble() {
        ledger();

        assertThat(read().knows(MARGINAL, 102)).isTrue();
        assertThat(read().knows(CAUSALML_FOREST, 101)).isTrue();
        assertThat(read().knows(CAUSALML_FOREST, 102)).isFalse();
        assertThat(read().scored(List.of(CAUSALML_FOREST), List.of(101L)).get(0).trouble())
                .isEqualTo("needs an outcome of 0 or 1");
    }

    @Test
    void only_the_splits_that_are_asked_for_count() {
        ledger();

        assertThat(read().scored(List.of(MARGINAL), List.of(102L)).get(0).values("fit"))
                .containsExactly(2);
    }

    @Test
    void a_torn_line_is_refused() throws IOException {
        ledger();
        String text = Files.readString(file());
        Files.writeString(file(), text.substring(0, text.lastIndexOf('\t')));

        assertThatThrownBy(this::read).hasMessageContaining("cells of a line");
    }

    private void ledger() {
        Ledger ledger = Ledger.read(file());
        ledger.add(entry(MARGINAL, 102, "2026-11-23 at def", "", Map.of("fit", 2.0)));
        ledger.add(
                entry(
                        CAUSALML_FOREST,
                        101,
                        "2026-11-22 at abc",
                        "needs an outcome\nof 0 or 1",
                        Map.of()));
        ledger.add(
                entry(
                        MARGINAL,
                        101,
                        "2026-11-22 at abc",
                        "",
                        Map.of("fit", 1.0 / 3, "√PEHE", 1e-17)));
        ledger.write();
    }

    private static Ledger.Entry entry(
            Contestant contestant,
            long split,
            String measured,
            String trouble,
            Map<String, Double> values) {
        return new Ledger.Entry(contestant, split, measured, trouble, new TreeMap<>(values));
    }

    private Ledger read() {
        return Ledger.read(file());
    }

    private Path file() {
        return folder.resolve("ledgers/set.tsv");
    }
}
