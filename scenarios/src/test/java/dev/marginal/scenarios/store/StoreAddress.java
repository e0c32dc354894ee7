package dev.marginal.scenarios.store;

import dev.marginal.scenarios.store.directory.DirectoryStore;
import dev.marginal.scenarios.store.postgres.AddressFile;
import dev.marginal.scenarios.store.postgres.PostgresStore;
import java.nio.file.Path;

/** Opens the same store in this process and in others. */
final class StoreAddress {
    private StoreAddress() {}

    /**
     * A store.
     *
     * @param address a folder, or the {@code .yml} of a PostgreSQL store
     */
    static PlanStore open(String address, Lease lease) {
        return address.endsWith(".yml")
                ? PostgresStore.at(AddressFile.read(Path.of(address)), lease)
                : DirectoryStore.at(Path.of(address), lease);
    }
}
