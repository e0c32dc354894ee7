package dev.marginal.benchmarks.killing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledPostgresTest {
    @TempDir Path folder;

    @Test
    void whatever_is_killed_whenever_a_postgresql_store_keeps_its_promises() throws IOException {
        assumeTrue(PostgresShelf.isThere(), "MARGINAL_TEST_POSTGRES is not set");
        FewRounds.play(PostgresShelf.in(folder), folder);
    }
}
