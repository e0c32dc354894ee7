package dev.marginal.app.web;

import dev.marginal.app.rest.Segments;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.scenarios.planted.PlantedCreators;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A campaign with stages, and with merchants who pay a part of an offer. */
final class CreatorsCampaign {
    private static final Execution EXECUTION = new Execution(2);

    private CreatorsCampaign() {}

    static PlanningDesk in(Path home) throws IOException {
        Path folder = home.resolve("world");
        new PlantedCreators(5, 1_500, 500).write("creators", folder);
        Path file = folder.resolve("campaign.yml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("learner: decomposed", "learner: x\ntarget_gap: 1e-4"));
        Valued valued =
                new PlanningJob(new DuckDbReader(), EXECUTION, Progress.SILENT)
                        .value(CampaignFileReader.read(file));
        return new PlanningDesk(
                valued.knowing(Segments.words(valued), new DuckDbReader()),
                new DuckDbReader(),
                EXECUTION);
    }
}
