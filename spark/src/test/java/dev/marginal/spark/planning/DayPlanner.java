package dev.marginal.spark.planning;

import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.directory.DirectoryStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One way to plan a campaign on a day.
 *
 * @param store the folder where its plans are published
 */
record DayPlanner(Path store, Way way) {
    /** From a campaign file to the folder of the published plan. */
    interface Way {
        Path plan(Path campaign, LocalDate date, boolean supersede);
    }

    /** Plans and publishes; returns the plan's folder. */
    Path plan(Path campaign, LocalDate date) {
        return way.plan(campaign, date, false);
    }

    /** The same in the place of a plan that stands there. */
    Path planInstead(Path campaign, LocalDate date) {
        return way.plan(campaign, date, true);
    }

    /** Has the store's log tell of some sends, of which nothing is missing until noon of a day. */
    void log(Path sends, LocalDate day) {
        DirectoryStore.at(store, Lease.usual(Clock.systemUTC()))
                .log()
                .add(sends, Optional.of(Instant.parse(day + "T12:00:00Z")));
    }
}
