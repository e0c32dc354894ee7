package dev.marginal.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.planfolder.reading.PlanJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a plan came from, for a command that is suggested. */
final class PlannedFrom {
    private PlannedFrom() {}

    /**
     * The campaign file, as a user in this folder would name it; empty where it is gone, or the
     * plan knows of other days, which takes more than the file.
     */
    static Optional<Path> of(Path plan) {
        JsonNode inputs = PlanJson.of(plan).path("inputs");
        Path file =
                plan.toAbsolutePath()
                        .resolve(inputs.path("campaign_file").path("path").asText())
                        .normalize();
        if (inputs.has("known") || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Path here = Path.of("").toAbsolutePath();
        return Optional.of(file.startsWith(here) ? here.relativize(file) : file);
    }
}
