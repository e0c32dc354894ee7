package dev.marginal.scenarios.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps plans and the log of what was sent. A published plan is whole and never changes; at most
 * one plan is published per campaign and date.
 */
public interface PlanStore extends PastPlans, AutoCloseable {
    /** The published plan, if there is one. */
    Optional<PlanRecord> published(PlanKey key);

    /**
     * Takes a key in hand for a while. A claim whose lease ran out can be taken over; whoever held
     * it before can no longer publish.
     *
     * @throws PlanInHand if another process holds it
     */
    Claim claim(PlanKey key, PlanKind kind);

    /** Where {@link #folder} is already, if it is on this machine. */
    Optional<Path> here(PlanRecord published);

    @Override
    void close();
}
