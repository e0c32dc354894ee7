package dev.marginal.app.cli;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Daily;
import dev.marginal.scenarios.daily.DailyPlanning;
import dev.marginal.scenarios.daily.DayDesks;
import dev.marginal.scenarios.daily.DaySettings;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.uplift.storage.StoredModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The day on which campaigns are asked about that know of other days, as {@code plan} has it. */
final class DayOptions {
    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description =
                    "The day to plan, of a campaign that knows of other days. Default: today in the campaign's time zone.")
    private LocalDate date;

    @Option(
            names = "--assume-planned-sent",
            description =
                    "Go on although the log of sends does not reach yesterday's plans: take their sends for sent.")
    private boolean assumePlannedSent;

    @Mixin private StoreOption store;

    boolean isGiven() {
        return date != null || assumePlannedSent || store.isGiven();
    }

    /** The same day, for a command that is suggested; begins with a space, or is empty. */
    String words() {
        return (date == null ? "" : " --date " + date)
                + (assumePlannedSent ? " --assume-planned-sent" : "")
                + (store.isGiven() ? " " + store.words() : "");
    }

    /** Whether a campaign is the same on every day. */
    static boolean knowsOfNoOtherDay(CampaignFile file) {
        return file.daily().equals(Daily.ALONE);
    }

    PlanStore open(Clock clock) {
        return store.open(clock);
    }

    LocalDate day(CampaignFile file, Clock clock) {
        return date == null ? LocalDate.now(clock.withZone(file.timeZone())) : date;
    }

    /**
     * Desks on the day.
     *
     * @param files the campaign asked about, and those planned together with it
     * @param models by campaign
     */
    DayDesks desks(
            List<CampaignFile> files,
            Clock clock,
            PlanStore kept,
            DailyPlanning door,
            Map<String, StoredModel> models) {
        DaySettings settings = new DaySettings(PlanKind.LIVE, assumePlannedSent, false, models);
        return new DayDesks(door, day(files.get(0), clock), kept, settings);
    }
}
