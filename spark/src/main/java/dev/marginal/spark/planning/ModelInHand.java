package dev.marginal.spark.planning;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.tables.Fleeting;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.storage.ModelFolder;
import dev.marginal.uplift.storage.StoredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * A model that was fitted before, or is fitted now on the driver by the learner of one machine: an
 * experiment's history fits one machine, however large the audience is.
 */
record ModelInHand(SparkPlanning door) {
    StoredModel read(Path folder) {
        return new ModelFolder(folder).read(door.execution());
    }

    /**
     * Fits.
     *
     * @param customers how many there will be to divide the budget among
     */
    StoredModel fit(CampaignFile file, LongSupplier customers) {
        PlanningJob job = new PlanningJob(new DuckDbReader(), door.execution(), door.progress());
        return job.fit(file, (int) Math.min(Integer.MAX_VALUE, customers.getAsLong()));
    }

    /** Puts a model that stands in no folder yet where tasks and the plan find it. */
    static void put(StoredModel model, Staging staging) {
        try (Fleeting aside = Fleeting.temporary("marginal-model-")) {
            Path folder = aside.path().resolve(PartReader.MODEL);
            new ModelFolder(folder).write(model);
            staging.putModel(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
