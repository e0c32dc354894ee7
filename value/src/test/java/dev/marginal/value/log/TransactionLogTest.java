package dev.marginal.value.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.value.Histories;
import dev.marginal.value.log.LogSettings.Nameless;
import dev.marginal.value.log.LogSettings.Refunds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionLogTest {
    private static final LogSettings SETTINGS = LogSettings.of("who", "at", "amount");
    private static final Execution TWO = new Execution(2);
    private static final String LOG =
            """
            who,at,amount
            bob,2026-01-05 10:00:00,10
            ann,2026-01-01 09:00:00,20
            ann,2026-01-01 18:30:00,5.5
            ann,2026-01-15,30
            ,2026-01-16,99
            ann,2026-01-15,-10
            ann,2026-01-20,-5
            ann,2026-01-22,0
            bob,2026-02-02,7
            eve,2026-02-03,8
            dan,2026-01-09,-3
            """;

    @TempDir Path folder;

    @Test
    void purchases_of_a_day_are_one_and_refunds_are_left_out() throws IOException {
        Split split = log(SETTINGS).split(LocalDate.of(2026, 1, 29), LocalDate.of(2026, 2, 5), TWO);
        Histories histories = split.calibration();

        assertThat(histories.rows()).isEqualTo(2);
        assertThat(histories.customers().id(0)).isEqualTo("ann");
        assertThat(histories.frequency()).containsExactly(2, 0);
        assertThat(histories.recencyDays()).containsExactly(21, 0);
        assertThat(histories.ageDays()).containsExactly(28, 24);
        assertThat(histories.recency(0)).isEqualTo(3);
        assertThat(histories.age(0)).isEqualTo(4);
        assertThat(histories.meanSpend()).containsExactly(15, Double.NaN);
        assertThat(histories.totalSpend()).containsExactly(55.5, 10);
        assertThat(histories.lastSpend()).containsExactly(0, 10);
        assertThat(split.heldPurchases()).containsExactly(0, 1);
        assertThat(split.heldSpend()).containsExactly(0, 7);
        assertThat(split.recentPurchases()).containsExactly(0, 0);
        assertThat(split.horizon()).isEqualTo(1);
    }

    @Test
    void refunds_can_be_taken_off_the_day_that_they_stand_on() throws IOException {
        Histories histories =
                log(SETTINGS.with(Refunds.NETTED)).histories(LocalDate.of(2026, 1, 29), TWO);

        assertThat(histories.frequency()).containsExactly(2, 0);
        assertThat(histories.totalSpend()).containsExactly(45.5, 10);
        assertThat(histories.meanSpend()[0]).isEqualTo(10);
    }

    @Test
    void what_is_not_used_is_counted() throws IOException {
        LogTally tally = log(SETTINGS).tally();

        assertThat(tally)
                .isEqualTo(new LogTally(11, 4, "2026-01-01", "2026-02-03", 1, 99, 3, -18, 1));
    }

    @Test
    void what_is_refused_is_told_at_once_with_its_lines() {
        assertThatThrownBy(() -> log(SETTINGS.with(Refunds.REFUSED).with(Nameless.REFUSED)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("4 problems")
                .hasMessageContaining("line 6: who")
                .hasMessageContaining("line 7: amount (-10)")
                .hasMessageContaining("line 8: amount (-5)")
                .hasMessageContaining("line 12: amount (-3)");
    }

    @Test
    void cells_that_are_no_days_or_amounts_are_told_with_their_lines() throws IOException {
        Path file = folder.resolve("bad.csv");
        Files.writeString(file, "who,at,amount\nann,yesterday,5\nbob,2026-01-02,five\n");

        assertThatThrownBy(() -> read("bad.csv", SETTINGS))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 2: at (yesterday)")
                .hasMessageContaining("line 3: amount (five)");
    }

    @Test
    void dates_without_hyphens_are_not_taken_for_days() throws IOException {
        Files.writeString(folder.resolve("plain.csv"), "who,at,amount\nann,19970101,5\n");

        assertThatThrownBy(() -> read("plain.csv", SETTINGS))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "plain.csv: at (19970101) must be days since 1970, or dates such as"
                                + " 2026-11-30. Maybe the hyphens are missing: read the file by a"
                                + " query, with strptime(at, '%Y%m%d').");
    }

    @Test
    void before_the_first_purchase_there_is_nobody() {
        assertThatThrownBy(() -> log(SETTINGS).histories(LocalDate.of(2025, 12, 31), TWO))
                .isInstanceOf(BadInput.class)
                .hasMessage("log.csv: has no purchase until 2025-12-31. It begins on 2026-01-01.");
    }

    private TransactionLog log(LogSettings settings) throws IOException {
        Files.writeString(folder.resolve("log.csv"), LOG);
        return read("log.csv", settings);
    }

    private TransactionLog read(String file, LogSettings settings) {
        return TransactionLog.read(new Source.Files(folder, file), settings, new DuckDbReader());
    }
}
