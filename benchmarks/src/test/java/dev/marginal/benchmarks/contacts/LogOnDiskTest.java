package dev.marginal.benchmarks.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.store.sendlog.StoredSendLog;
import dev.marginal.tables.Execution;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogOnDiskTest {
    @Test
    void a_store_reads_every_send_of_it(@TempDir Path folder) {
        Execution execution = new Execution(2);
        LogOnDisk log = LogOnDisk.write(folder, 100, 35_000, execution);
        PastSends past = new StoredSendLog(log, execution).of(LogOnDisk.ids(100), Instant.EPOCH);
        assertThat(log.files()).hasSize(35);
        assertThat(past.customers()).isEqualTo(100);
        assertThat(past.at()).hasSize(35_000);
    }
}
