package dev.marginal.scenarios;

import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.scenarios.planted.PlantedFiles;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.storage.StoredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A planted campaign in a folder; tests change the campaign file and plan again. Every one begins
 * the same: its model is fitted once for all.
 */
public final class SmallCampaign {
    public static final PlantedCampaign PLANTED =
            new PlantedCampaign(PlantedWorld.randomised(5).withRegions(), 4_000, 1_500);

    private static StoredModel fitted;

    private final Path folder;
    private final StoredModel model;

    public SmallCampaign(Path folder) {
        this.folder = folder;
        PlantedFiles.write(PLANTED, "small", folder);
        changed("campaign.yml", text -> "learner: x\ntarget_gap: 1e-4\n" + text);
        this.model = fitted(file());
    }

    private static synchronized StoredModel fitted(Path file) {
        if (fitted == null) {
            fitted = job(2).fit(CampaignFileReader.read(file));
        }
        return fitted;
    }

    public Path file() {
        return folder.resolve("campaign.yml");
    }

    public StoredModel model() {
        return model;
    }

    public PlannedCampaign plan() {
        return plan(file(), 2);
    }

    public PlannedCampaign plan(Path file, int threads) {
        return job(threads).plan(CampaignFileReader.read(file), model);
    }

    /** The campaign file with some of its text changed, beside the first. */
    public Path changed(String name, UnaryOperator<String> change) {
        try {
            return Files.writeString(folder.resolve(name), change.apply(Files.readString(file())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static PlanningJob job(int threads) {
        return new PlanningJob(new DuckDbReader(), new Execution(threads), Progress.SILENT);
    }
}
