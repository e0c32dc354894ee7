package dev.marginal.scenarios.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;

/** A key in hand: the right to publish its plan, until the lease runs out. */
public interface Claim extends AutoCloseable {
    /** The attempt that this claim stands for. */
    PlanRecord attempt();

    /** An empty folder to write the plan to, which no reader sees; gone after {@link #close}. */
    Path workplace();

    /** Tells that the files are written, or audited; keeps the lease as well. */
    void reached(PlanState state, SortedMap<String, String> inputs);

    /** Keeps the lease for another while. */
    void renew();

    /**
     * Makes the folder at {@link #workplace} the published plan, at once and for good.
     *
     * @param supersedes the published plan to take the place of; empty if there should be none
     * @throws LeaseLost if another process took over
     * @throws PlanInTheWay if another plan is published than {@code supersedes}
     */
    PlanRecord publish(Optional<PlanRecord> supersedes);

    /** Lets go; an attempt that was not published has failed. */
    @Override
    void close();
}
