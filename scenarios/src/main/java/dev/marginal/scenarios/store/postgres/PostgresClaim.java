package dev.marginal.scenarios.store.postgres;

import dev.marginal.scenarios.store.Claim;
import dev.marginal.scenarios.store.LeaseLost;
import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.local.Durable;
import dev.marginal.scenarios.store.local.Pacemaker;
import dev.marginal.tables.Requires;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;

/** An open attempt in the ledger, with its workplace on this machine and its sign of life. */
final class PostgresClaim implements Claim {
    private final Server server;
    private final Copies copies;
    private final Path workplace;
    private final Pacemaker heart;
    private PlanRecord attempt;

    PostgresClaim(
            Server server, Copies copies, PlanRecord attempt, Path workplace, Pacemaker heart) {
        this.server = server;
        this.copies = copies;
        this.attempt = attempt;
        this.workplace = workplace;
        this.heart = heart;
    }

    @Override
    public PlanRecord attempt() {
        return attempt;
    }

    @Override
    public Path workplace() {
        return workplace;
    }

    @Override
    public void reached(PlanState state, SortedMap<String, String> inputs) {
        attempt.state().requireLeadsTo(state);
        PlanRecord next = in(state, inputs);
        server.writing(
                transaction -> {
                    PlanRows plans = new PlanRows(transaction);
                    requireOpen(plans, plans.reach(next));
                    return next;
                });
        attempt = next;
    }

    @Override
    public void renew() {
        server.writing(
                transaction -> {
                    PlanRows plans = new PlanRows(transaction);
                    requireOpen(plans, plans.renew(attempt));
                    return attempt;
                });
    }

    @Override
    public PlanRecord publish(Optional<PlanRecord> supersedes) {
        Requires.require(attempt.state() == PlanState.AUDITED, "state", attempt.state(), "AUDITED");
        PlanRecord published = in(PlanState.PUBLISHED, attempt.inputs());
        server.writing(
                transaction -> {
                    new PlanFileRows(transaction).put(attempt, workplace);
                    PlanRows plans = new PlanRows(transaction);
                    plans.lock(attempt.key());
                    requireOpen(plans, plans.renew(attempt));
                    requireInPlace(plans.published(attempt.key()), supersedes);
                    if (supersedes.isPresent()) {
                        plans.supersede(supersedes.get());
                    }
                    return plans.reach(published);
                });
        attempt = published;
        server.here(() -> copies.adopt(workplace, copies.plan(published)));
        return attempt;
    }

    @Override
    public void close() {
        heart.close();
        if (attempt.state().isOpen()) {
            giveUp(in(PlanState.FAILED, attempt.inputs()));
        }
    }

    private void giveUp(PlanRecord failed) {
        try {
            server.writing(transaction -> new PlanRows(transaction).reach(failed));
            attempt = failed;
        } finally {
            server.here(
                    () -> {
                        Durable.delete(workplace);
                        return workplace;
                    });
        }
    }

    private PlanRecord in(PlanState state, SortedMap<String, String> inputs) {
        return new PlanRecord(attempt.key(), attempt.number(), attempt.kind(), state, inputs);
    }

    /** The fence: whoever took over did so with a higher number. */
    private void requireOpen(PlanRows plans, boolean open) throws SQLException, IOException {
        if (!open) {
            throw LeaseLost.of(attempt, plans.latestHolder(attempt.key()));
        }
    }

    private void requireInPlace(Optional<PlanRecord> published, Optional<PlanRecord> supersedes) {
        if (!published.map(PlanRecord::number).equals(supersedes.map(PlanRecord::number))) {
            throw PlanInTheWay.of(attempt.key(), published);
        }
    }
}
