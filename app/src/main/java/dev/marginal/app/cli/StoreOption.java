package dev.marginal.app.cli;

import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.store.directory.DirectoryStore;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;

/** The option {@code --store}. */
final class StoreOption {
    @Option(
            names = "--store",
            paramLabel = "FOLDER",
            description = "Where plans and the log of sends are kept. Default: plans.")
    private Path folder = Path.of("plans");

    PlanStore open(Clock clock) {
        return DirectoryStore.at(folder, Lease.usual(clock));
    }

    /** The folder on this machine for what is told about the store. */
    Path folder() {
        return folder;
    }
}
