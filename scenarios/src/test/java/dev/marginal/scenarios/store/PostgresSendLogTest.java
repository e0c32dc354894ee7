package dev.marginal.scenarios.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.contacts.SendLog.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NeedsServer.class)
class PostgresSendLogTest extends SendLogContract {
    @TempDir Path folder;
    private TestDatabase database;

    @Override
    String address() {
        database = TestDatabase.in(folder);
        return database.storeFile("here");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_log_reads_the_same_on_every_machine() throws IOException {
        Path csv =
                Files.writeString(
                        inbox.resolve("sends.csv"),
                        "customer,channel,sent_at\nann,push,2026-11-20T10:00:00Z\n");
        on("here").add(csv, Optional.empty());

        List<LogFile> there = on("there").files();
        assertThat(there).hasSize(1);
        LogFile here = on("here").files().get(0);
        assertThat(there.get(0).file()).hasSameBinaryContentAs(here.file());
        assertThat(there.get(0).file()).isNotEqualTo(here.file());
        assertThat(there.get(0).sha256()).isEqualTo(here.sha256());
        assertThat(on("there").completeThrough()).contains(here.completeThrough());
    }

    private SendLog on(String machine) {
        return StoreAddress.open(database.storeFile(machine), Lease.usual(Clock.systemUTC())).log();
    }
}
