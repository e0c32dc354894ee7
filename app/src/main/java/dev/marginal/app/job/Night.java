package dev.marginal.app.job;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.tables.Requires;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one run of the nightly job is asked for.
 *
 * @param campaigns planned together; their names differ, their time zone is one
 * @param date of the plans
 * @param kind of all plans; empty for live ones, and backfill for dates that have passed
 * @param catchUp the most missed dates before {@code date} that are made up for
 */
public record Night(
        List<CampaignFile> campaigns, LocalDate date, Optional<PlanKind> kind, int catchUp) {
    public Night {
        campaigns = List.copyOf(campaigns);
        Requires.require(!campaigns.isEmpty(), "campaigns", campaigns, "one or more");
        Requires.require(catchUp >= 0, "dates to catch up on", catchUp, "zero or more");
        requireOne(campaigns.stream().map(CampaignFile::timeZone).distinct().toList());
        List<String> names = campaigns.stream().map(CampaignFile::campaign).toList();
        Requires.require(
                names.stream().distinct().count() == names.size(),
                "campaigns",
                names,
                "of different names");
    }

    /** Which day it is where the campaigns are. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), campaigns.get(0).timeZone());
    }

    private static void requireOne(List<?> zones) {
        Requires.require(
                zones.size() == 1, "time zones of campaigns planned together", zones, "one");
    }
}
