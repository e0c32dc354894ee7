package dev.marginal.app.cli;

import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.store.directory.DirectoryStore;
import dev.marginal.scenarios.store.postgres.AddressFile;
import dev.marginal.scenarios.store.postgres.PostgresStore;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options {@code --store} and {@code --store-config}. */
final class StoreOption {
    private static final Path USUAL = Path.of("plans");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--store",
            paramLabel = "FOLDER",
            description = "Where plans and the log of sends are kept. Default: plans.")
    private Path folder;

    @Option(
            names = "--store-config",
            paramLabel = "FILE",
            description = {
                "Keep them in PostgreSQL instead, which several machines can share. The file holds jdbc, user and",
                "password_file; docs/stores.md tells more."
            })
    private Path config;

    boolean isGiven() {
        return folder != null || config != null;
    }

    PlanStore open(Clock clock) {
        if (folder != null && config != null) {
            throw new ParameterException(
                    command.commandLine(), "--store and --store-config exclude each other.");
        }
        Lease lease = Lease.usual(clock);
        return config == null
                ? DirectoryStore.at(folder(), lease)
                : PostgresStore.at(AddressFile.read(config), lease);
    }

    /** The same store, for a command that is suggested. */
    String words() {
        return config == null ? "--store " + folder() : "--store-config " + config;
    }

    /** The folder on this machine for what is told about the store. */
    Path folder() {
        if (config != null) {
            return AddressFile.read(config).folder();
        }
        return folder == null ? USUAL : folder;
    }
}
