package dev.marginal.spark.planning;

import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.PastPlans;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.directory.DirectoryStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * What was planned and sent before, copied from a store to this machine.
 *
 * @param folder of the copy
 * @param plans those that were copied, in their order; of one key the last holds
 */
record PastFolders(Path folder, List<StoredPlan> plans) implements PastPlans {
    @Override
    public List<PlanRecord> plans(LocalDate from, LocalDate to) {
        List<StoredPlan> holding = StoredPlan.holding(plans);
        return plans.stream()
                .filter(plan -> !plan.key().date().isBefore(from))
                .filter(plan -> !plan.key().date().isAfter(to))
                .map(plan -> record(plan, holding.contains(plan)))
                .toList();
    }

    private static PlanRecord record(StoredPlan plan, boolean holds) {
        return new PlanRecord(
                plan.key(),
                plan.number(),
                PlanKind.LIVE,
                holds ? PlanState.PUBLISHED : PlanState.SUPERSEDED,
                new TreeMap<>());
    }

    @Override
    public Path folder(PlanRecord published) {
        return folder.resolve(new StoredPlan(published.key(), (int) published.number()).folder());
    }

    /** The log as {@code ./marginal log import} writes it. */
    @Override
    public SendLog log() {
        return DirectoryStore.at(folder, Lease.usual(Clock.systemUTC())).log();
    }
}
