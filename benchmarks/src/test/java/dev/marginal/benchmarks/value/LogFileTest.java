package dev.marginal.benchmarks.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.value.Histories;
import dev.marginal.value.log.TransactionLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final Execution ONE = new Execution(1);

    @TempDir Path folder;

    @Test
    void the_file_says_what_the_planted_rows_say_in_the_order_of_the_days() throws IOException {
        Table rows = new PlantedLog(3, 400, PlantedLog.YEAR).rows();
        LogFile file = new LogFile(folder.resolve("log.csv"));
        file.write(() -> rows);
        Histories planted = histories(new TransactionLog(rows, LogFile.SETTINGS));
        Histories read = histories(file.read(new DuckDbReader()));
        List<String> days =
                Files.readAllLines(file.file()).stream()
                        .skip(1)
                        .map(line -> line.split(",")[1])
                        .toList();

        assertThat(read.rows()).isEqualTo(400);
        assertThat(read.frequency()).isEqualTo(planted.frequency());
        assertThat(read.recencyDays()).isEqualTo(planted.recencyDays());
        assertThat(read.ageDays()).isEqualTo(planted.ageDays());
        assertThat(read.totalSpend()).isEqualTo(planted.totalSpend());
        assertThat(days).isSorted();
    }

    private static Histories histories(TransactionLog log) {
        return log.histories(PlantedLog.FIRST.plusDays(PlantedLog.YEAR - 1), ONE);
    }
}
