package dev.marginal.scenarios.store;

import dev.marginal.scenarios.contacts.SendLog;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Keeps plans and the log of what was sent. A published plan is whole and never changes; at most
 * one plan is published per campaign and date.
 */
public interface PlanStore extends AutoCloseable {
    /** The published plan, if there is one. */
    Optional<PlanRecord> published(PlanKey key);

    /** Every attempt at plans of these days, by date, campaign and number; last day included. */
    List<PlanRecord> plans(LocalDate from, LocalDate to);

    /**
     * Takes a key in hand for a while. A claim whose lease ran out can be taken over; whoever held
     * it before can no longer publish.
     *
     * @throws PlanInHand if another process holds it
     */
    Claim claim(PlanKey key, PlanKind kind);

    /**
     * The folder of a plan that was published, to read; copied to this machine if it is not here.
     */
    Path folder(PlanRecord published);

    /** Where {@link #folder} is already, if it is on this machine. */
    Optional<Path> here(PlanRecord published);

    /** What was sent. */
    SendLog log();

    @Override
    void close();
}
