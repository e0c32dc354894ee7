package dev.marginal.scenarios.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DirectorySendLogTest extends SendLogContract {
    @TempDir Path folder;

    @Override
    String address() {
        return folder.resolve("plans").toString();
    }
}
