package dev.marginal.spark.planning;

import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.PastPlans;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.directory.DirectoryStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * What was planned and sent before, copied from a store to this machine.
 *
 * @param folder of the copy
 * @param plans those that were copied
 */
record PastFolders(Path folder, List<PlanRecord> plans) implements PastPlans {
    @Override
    public List<PlanRecord> plans(LocalDate from, LocalDate to) {
        return plans.stream()
                .filter(plan -> !plan.key().date().isBefore(from))
                .filter(plan -> !plan.key().date().isAfter(to))
                .toList();
    }

    @Override
    public Path folder(PlanRecord published) {
        return folder.resolve(published.key().name());
    }

    /** The log as {@code ./marginal log import} writes it. */
    @Override
    public SendLog log() {
        return DirectoryStore.at(folder, Lease.usual(Clock.systemUTC())).log();
    }
}
