package dev.marginal.scenarios.store;

import dev.marginal.scenarios.store.directory.DirectoryStore;
import java.nio.file.Path;

/** Opens the same store in this process and in others. */
final class StoreAddress {
    private StoreAddress() {}

    static PlanStore open(String address, Lease lease) {
        return DirectoryStore.at(Path.of(address), lease);
    }
}
