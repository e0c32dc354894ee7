package dev.marginal.scenarios.whatif;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.SmallCampaign;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A small campaign at a desk, fitted once for all tests; its published plan is in {@code plan}. */
final class SmallDesk {
    static final Path FOLDER = folder();
    static final SmallCampaign CAMPAIGN = new SmallCampaign(FOLDER);
    static final CampaignFile FILE = CampaignFileReader.read(CAMPAIGN.file());
    static final PlannedCampaign PLANNED = published();
    static final PlanningDesk DESK = of(FILE);
    static final Answer EVERYDAY = DESK.answer(Scenario.EVERYDAY);

    /** The campaign with a budget that is to be kept with a confidence of 95 %. */
    static final PlanningDesk SURE =
            of(
                    CampaignFileReader.read(
                            CAMPAIGN.changed(
                                    "sure.yml",
                                    text ->
                                            "budget_confidence: 0.95\n"
                                                    + text.replace(
                                                            "target_gap: 1e-4",
                                                            "target_gap: 1e-3"))));

    private SmallDesk() {}

    /** A desk that knows the columns that a campaign file speaks of. */
    static PlanningDesk of(CampaignFile file) {
        return new PlanningDesk(
                SmallCampaign.job(2).value(file, CAMPAIGN.model()),
                new DuckDbReader(),
                new Execution(2));
    }

    /** The answer to a scenario in YAML, whose file names start from the folder. */
    static Answer answer(String scenario) {
        return DESK.answer(ScenarioReader.read(scenario, "asked", FOLDER, FILE).all().get(0));
    }

    private static PlannedCampaign published() {
        PlannedCampaign planned = CAMPAIGN.plan();
        PlanFolder.publish(planned, LocalDate.parse("2026-11-21"), FOLDER.resolve("plan"));
        return planned;
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("small-desk");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one)).forEach(SmallDesk::remove);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
    }
}
