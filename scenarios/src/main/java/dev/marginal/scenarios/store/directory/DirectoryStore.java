package dev.marginal.scenarios.store.directory;

import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.store.Claim;
import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.PlanInHand;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.store.local.Durable;
import dev.marginal.scenarios.store.local.Holder;
import dev.marginal.scenarios.store.sendlog.StoredSendLog;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Plans in a directory, for one machine or for several that share its disk; nothing to install.
 *
 * <p>A published plan is the folder {@code <campaign>-<date>}; one that superseded it {@code
 * <campaign>-<date>.<number>}. The ledger of each campaign and date, in {@code .ledger}, says which
 * of them holds, and its change is the moment at which a plan is published: killed at any
 * instruction, there is the whole plan or none. The disk must know hard links, as those of Linux,
 * macOS, Windows and NFS do.
 */
public final class DirectoryStore implements PlanStore {
    private final Path folder;
    private final Lease lease;
    private final Ledgers ledgers;
    private final Workplaces workplaces;

    private DirectoryStore(Path folder, Lease lease) {
        this.folder = folder;
        this.lease = lease;
        this.ledgers = new Ledgers(folder);
        this.workplaces = new Workplaces(folder, ledgers);
    }

    /** The store in a folder, which comes into being with the first claim or import. */
    public static DirectoryStore at(Path folder, Lease lease) {
        return new DirectoryStore(folder.toAbsolutePath().normalize(), lease);
    }

    @Override
    public Optional<PlanRecord> published(PlanKey key) {
        return Disk.reading(folder, () -> ledgers.latest(key).published()).map(Attempt::plan);
    }

    @Override
    public List<PlanRecord> plans(LocalDate from, LocalDate to) {
        return Disk.reading(folder, () -> records(from, to));
    }

    @Override
    public Claim claim(PlanKey key, PlanKind kind) {
        return Disk.writing(
                folder,
                () -> {
                    ledgers.versions(key).sweep();
                    Durable.createFolders(folder);
                    workplaces.sweep();
                    return claim(reserved(key, kind));
                });
    }

    @Override
    public Path folder(PlanRecord published) {
        return Disk.reading(
                folder,
                () -> {
                    Ledger ledger = ledgers.latest(published.key());
                    Requires.require(
                            published.number() <= ledger.attempts().size()
                                    && !ledger.attempt(published.number()).folder().isEmpty(),
                            "plan",
                            published.key() + ", attempt " + published.number(),
                            "one that was published");
                    return workplaces.published(ledger.attempt(published.number()));
                });
    }

    @Override
    public Optional<Path> here(PlanRecord published) {
        return Optional.of(folder(published));
    }

    @Override
    public SendLog log() {
        return new StoredSendLog(new DirectoryShelf(folder), Execution.allCores());
    }

    @Override
    public void close() {
        // Nothing is held open between calls.
    }

    private List<PlanRecord> records(LocalDate from, LocalDate to) throws IOException {
        List<PlanRecord> records = new ArrayList<>();
        for (PlanKey key : ledgers.keys()) {
            if (!key.date().isBefore(from) && !key.date().isAfter(to)) {
                ledgers.latest(key).attempts().forEach(attempt -> records.add(attempt.plan()));
            }
        }
        records.sort(
                Comparator.comparing((PlanRecord plan) -> plan.key().date())
                        .thenComparing(plan -> plan.key().campaign())
                        .thenComparing(PlanRecord::number));
        return records;
    }

    private Attempt reserved(PlanKey key, PlanKind kind) throws IOException {
        while (true) {
            Ledger ledger = ledgers.latest(key);
            workplaces.requireNoStranger(ledger);
            if (ledger.open().isPresent() && !isFree(ledger.open().get())) {
                requireChanged(ledger);
                continue;
            }
            Ledger next = ledger.reserve(kind, Holder.here(), lease.clock().instant(), lease);
            if (ledgers.offer(next)) {
                return next.open().orElseThrow();
            }
        }
    }

    private boolean isFree(Attempt open) throws IOException {
        return open.holder().hasEnded()
                || Heartbeat.stopped(workplaces.heartbeat(open), open.lease(), lease);
    }

    /** A holder that is alive keeps its key, unless it was done with it while we looked. */
    private void requireChanged(Ledger seen) throws IOException {
        if (ledgers.latest(seen.key()).version() == seen.version()) {
            Attempt open = seen.open().orElseThrow();
            throw PlanInHand.of(seen.key(), open.holder().toString(), open.since(), open.lease());
        }
    }

    private Claim claim(Attempt attempt) throws IOException {
        Path workplace = workplaces.open(attempt);
        Heartbeat heart = Heartbeat.start(workplaces.heartbeat(attempt), lease);
        return new DirectoryClaim(folder, ledgers, workplaces, attempt, workplace, heart);
    }
}
