package dev.marginal.spark.planning;

import dev.marginal.tables.Requires;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What to plan.
 *
 * @param campaignFile on the driver's machine, as are the files that it names, but for the audience
 * @param audience address of its Parquet files; empty for those that the campaign file names
 * @param model folder of a model fitted before, on the driver's machine; empty to fit one there
 * @param store address of the folder where plans are published
 * @param partitions at most so many
 * @param supersede take the place of a plan that stands there
 * @param assumePlannedSent plan although the log does not tell what became of earlier plans' sends
 */
public record PlanRequest(
        Path campaignFile,
        Optional<String> audience,
        Optional<Path> model,
        String store,
        LocalDate date,
        int partitions,
        boolean supersede,
        boolean assumePlannedSent) {
    public PlanRequest {
        Requires.positive(partitions, "partitions");
    }
}
