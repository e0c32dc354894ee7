package dev.marginal.benchmarks.killing;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledDirectoryTest {
    @TempDir Path folder;

    @Test
    void whatever_is_killed_whenever_a_directory_store_keeps_its_promises() throws IOException {
        FewRounds.play(new DirectoryShelf(folder.resolve("plans")), folder);
    }
}
