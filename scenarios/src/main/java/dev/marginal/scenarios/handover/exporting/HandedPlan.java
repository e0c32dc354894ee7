package dev.marginal.scenarios.handover.exporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.scenarios.handover.PlanFacts;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A plan folder that is to be handed over.
 *
 * @param json what plan.json says
 */
record HandedPlan(Path folder, PlanFacts facts, JsonNode json) {
    private static final String NEXT =
            "Give a folder that ./marginal plan wrote, such as plans/first-plan-2026-11-21.";

    /** Reads plan.json. */
    static HandedPlan read(Path folder) {
        Path file = folder.resolve("plan.json");
        if (!Files.isRegularFile(file) || !Files.isRegularFile(folder.resolve("sends.parquet"))) {
            throw new BadInput(
                    Problem.of(
                            folder.toString(),
                            "is not a plan folder: it has no plan.json and sends.parquet",
                            NEXT));
        }
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            PlanFacts facts =
                    new PlanFacts(
                            json.path("plan").asText(),
                            json.path("campaign").asText(),
                            LocalDate.parse(json.path("date").asText()),
                            json.path("currency").asText(),
                            Fingerprint.of(file));
            return new HandedPlan(folder.toAbsolutePath().normalize(), facts, json);
        } catch (JsonProcessingException broken) {
            throw new BadInput(
                    Problem.of(file.toString(), "is not the JSON that was written there", NEXT));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isBackfill() {
        return json.path("kind").asText().equals("backfill");
    }

    /** Whether the plan was made with a contacts file. */
    boolean knewContacts() {
        return json.path("inputs").hasNonNull("contacts");
    }

    /** The campaign file as it stands today, beside which its contacts file is. */
    Path campaignFile() {
        return folder.resolve(json.path("inputs").path("campaign_file").path("path").asText())
                .normalize();
    }
}
