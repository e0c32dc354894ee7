package dev.marginal.app.cli;

import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.store.directory.DirectoryStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The store in whose folder a plan lies, so that it is asked from wherever the command runs. */
final class StoreOfPlan {
    private StoreOfPlan() {}

    /** That store, and the one that was named; a folder that is no store knows of no plan. */
    static List<PlanStore> and(Path plan, PlanStore named, Clock clock) {
        Path folder = plan.toAbsolutePath().normalize().getParent();
        return folder == null
                ? List.of(named)
                : List.of(DirectoryStore.at(folder, Lease.usual(clock)), named);
    }
}
