package dev.marginal.scenarios.store.postgres;

import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.store.Claim;
import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.PlanInHand;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.store.local.Holder;
import dev.marginal.scenarios.store.local.Pacemaker;
import dev.marginal.scenarios.store.sendlog.StoredSendLog;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Plans in PostgreSQL, for machines that share no disk.
 *
 * <p><b>Whole or not at all.</b> The server keeps everything, the bytes of plans and of the log as
 * well as the ledger. One transaction adds the files of a plan and makes it the published one; so
 * there is the whole plan or none, whatever is killed, and a backup of the database is a backup of
 * the store. Readers work on copies in a folder of their own machine, which are made when they are
 * first asked for.
 *
 * <p><b>One at a time.</b> A lock of the server, which ends with its transaction, lets one process
 * after the other claim a key or publish its plan; unique indexes would refuse a second open
 * attempt and a second published plan even without it. An attempt can be published only while it is
 * open, and whoever takes a key over ends the attempt before: a process that slept through its
 * lease finds that when it wakes up.
 *
 * <p><b>Clocks.</b> A lease runs on the server's clock alone. If that is put back, leases end no
 * later than a lease's length from now; if it is put forward, one may end early, which delays a
 * plan and never doubles it.
 */
public final class PostgresStore implements PlanStore {
    private final PostgresAddress address;
    private final Lease lease;
    private final Server server;

    private PostgresStore(PostgresAddress address, Lease lease) {
        this.address = address;
        this.lease = lease;
        this.server = new Server(address);
    }

    /**
     * The store at an address, which is first called when something is asked; what tables are
     * missing there then come into being.
     */
    public static PostgresStore at(PostgresAddress address, Lease lease) {
        return new PostgresStore(address, lease);
    }

    @Override
    public Optional<PlanRecord> published(PlanKey key) {
        return server.reading(transaction -> new PlanRows(transaction).published(key));
    }

    @Override
    public List<PlanRecord> plans(LocalDate from, LocalDate to) {
        return server.reading(transaction -> new PlanRows(transaction).between(from, to));
    }

    @Override
    public Claim claim(PlanKey key, PlanKind kind) {
        Requires.text(key.name(), "name");
        Copies copies = copies();
        Path workplace = server.here(() -> copies.newFolder(".plan"));
        PlanRecord attempt = reserved(key, kind);
        Pacemaker heart = Pacemaker.start("lease of " + key, lease.beat(), () -> beat(attempt));
        return new PostgresClaim(server, copies, attempt, workplace, heart);
    }

    @Override
    public Path folder(PlanRecord published) {
        return here(published)
                .orElseGet(() -> server.reading(transaction -> copied(transaction, published)));
    }

    @Override
    public Optional<Path> here(PlanRecord published) {
        return Optional.of(server.here(() -> copies().plan(published))).filter(Files::isDirectory);
    }

    @Override
    public SendLog log() {
        return new StoredSendLog(new PostgresShelf(server, copies()), Execution.allCores());
    }

    @Override
    public void close() {
        // Nothing is held open between calls.
    }

    private PlanRecord reserved(PlanKey key, PlanKind kind) {
        AtomicReference<PlanInHand> refusal = new AtomicReference<>();
        Optional<PlanRecord> reserved =
                server.writing(
                        transaction -> {
                            PlanRows plans = new PlanRows(transaction);
                            plans.lock(key);
                            plans.cutShort(key);
                            Optional<OpenAttempt> open = plans.open(key);
                            if (open.isPresent() && open.get().isAlive()) {
                                refusal.set(open.get().refusal(key));
                                return Optional.empty();
                            }
                            return Optional.of(
                                    plans.reserve(key, kind, Holder.here(), lease.length()));
                        });
        return reserved.orElseThrow(refusal::get);
    }

    private boolean beat(PlanRecord attempt) {
        return server.writing(transaction -> new PlanRows(transaction).renew(attempt));
    }

    private Copies copies() {
        return server.here(() -> Copies.of(address.folder(), server.store()));
    }

    private Path copied(Transaction transaction, PlanRecord published)
            throws SQLException, IOException {
        Copies copies = copies();
        Path draft = copies.newFolder(".copy");
        Requires.require(
                new PlanFileRows(transaction).get(published, draft),
                "plan",
                published.key() + ", attempt " + published.number(),
                "one that was published");
        return copies.adopt(draft, copies.plan(published));
    }
}
