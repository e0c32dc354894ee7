package dev.marginal.app.web;

import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.daily.DailyPlanning;
import dev.marginal.scenarios.daily.DayDesks;
import dev.marginal.scenarios.daily.DaySettings;
import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.scenarios.planted.PlantedFiles;
import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.directory.DirectoryStore;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.planted.PlantedWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** A campaign with contact caps, on a day. */
final class CappedCampaign {
    private static final PlantedCampaign CAMPAIGN =
            new PlantedCampaign(PlantedWorld.randomised(5).withRegions(), 1_000, 300);
    private static final String CAPS =
            """
              - {rule: contact_limit, cap: weekly, channel: any, at_most: 1, per: 7 days}
              - {rule: contact_limit, cap: push_gap, channel: push, gap: 40 hours}
            """;

    private CappedCampaign() {}

    static PlanningDesk in(Path home) throws IOException {
        PlantedFiles.write(CAMPAIGN, "capped", home);
        Path file = home.resolve("campaign.yml");
        Files.writeString(file, "learner: x\ntarget_gap: 1e-4\n" + Files.readString(file) + CAPS);
        DayDesks day =
                new DayDesks(
                        new DailyPlanning(new DuckDbReader(), new Execution(2), step -> {}),
                        LocalDate.parse("2026-11-21"),
                        DirectoryStore.at(home.resolve("plans"), Lease.usual(Clock.systemUTC())),
                        DaySettings.usual());
        return day.desk(List.of(CampaignFileReader.read(file)), "capped");
    }
}
