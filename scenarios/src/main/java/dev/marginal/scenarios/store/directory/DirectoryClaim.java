package dev.marginal.scenarios.store.directory;

import dev.marginal.scenarios.store.Claim;
import dev.marginal.scenarios.store.LeaseLost;
import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.local.Durable;
import dev.marginal.tables.Requires;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;

/** An open attempt in a ledger, with its workplace and its sign of life. */
final class DirectoryClaim implements Claim {
    private final Path store;
    private final Ledgers ledgers;
    private final Workplaces workplaces;
    private final Path workplace;
    private final Heartbeat heart;
    private Attempt attempt;

    DirectoryClaim(
            Path store,
            Ledgers ledgers,
            Workplaces workplaces,
            Attempt attempt,
            Path workplace,
            Heartbeat heart) {
        this.store = store;
        this.ledgers = ledgers;
        this.workplaces = workplaces;
        this.attempt = attempt;
        this.workplace = workplace;
        this.heart = heart;
    }

    @Override
    public PlanRecord attempt() {
        return attempt.plan();
    }

    @Override
    public Path workplace() {
        return workplace;
    }

    @Override
    public void reached(PlanState state, SortedMap<String, String> inputs) {
        attempt.state().requireLeadsTo(state);
        Disk.writing(
                store,
                () -> {
                    heart.beat();
                    return change((ledger, open) -> ledger.with(open.in(state, inputs)));
                });
    }

    @Override
    public void renew() {
        Disk.writing(
                store,
                () -> {
                    open(ledgers.latest(attempt.plan().key()));
                    heart.beat();
                    return attempt;
                });
    }

    @Override
    public PlanRecord publish(Optional<PlanRecord> supersedes) {
        Requires.require(attempt.state() == PlanState.AUDITED, "state", attempt.state(), "AUDITED");
        return Disk.writing(
                store,
                () -> {
                    Durable.forceAll(workplace);
                    Durable.force(store);
                    heart.close();
                    change(
                            (ledger, open) -> {
                                requireInPlace(ledger, supersedes);
                                workplaces.requireNoStranger(ledger);
                                return ledger.publish(open);
                            });
                    workplaces.published(attempt);
                    return attempt.plan();
                });
    }

    @Override
    public void close() {
        Disk.writing(
                store,
                () -> {
                    heart.close();
                    if (attempt.state().isOpen()) {
                        giveUp();
                    }
                    return attempt;
                });
    }

    private void giveUp() throws IOException {
        try {
            change((ledger, open) -> ledger.with(open.in(PlanState.FAILED)));
        } catch (LeaseLost takenOver) {
            attempt = attempt.in(PlanState.FAILED);
        } finally {
            Durable.delete(workplace);
        }
    }

    /** Makes a change to the ledger that nobody else gets in between. */
    private Attempt change(BiFunction<Ledger, Attempt, Ledger> change) throws IOException {
        while (true) {
            Ledger ledger = ledgers.latest(attempt.plan().key());
            Ledger next = change.apply(ledger, open(ledger));
            if (ledgers.offer(next)) {
                attempt = next.attempt(attempt.number());
                return attempt;
            }
        }
    }

    /** This attempt in the ledger, where it must still be open: the fence. */
    private Attempt open(Ledger ledger) {
        Attempt own = ledger.attempt(attempt.number());
        if (own.state().isOpen() && own.holder().equals(attempt.holder())) {
            return own;
        }
        Attempt latest = ledger.attempts().get(ledger.attempts().size() - 1);
        String now = latest == own ? "another process" : latest.holder().toString();
        throw LeaseLost.of(attempt.plan(), now);
    }

    private static void requireInPlace(Ledger ledger, Optional<PlanRecord> supersedes) {
        Optional<PlanRecord> published = ledger.published().map(Attempt::plan);
        if (!published.map(PlanRecord::number).equals(supersedes.map(PlanRecord::number))) {
            throw PlanInTheWay.of(ledger.key(), published);
        }
    }
}
