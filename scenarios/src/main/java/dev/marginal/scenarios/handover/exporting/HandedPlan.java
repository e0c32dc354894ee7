package dev.marginal.scenarios.handover.exporting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.handover.PlanFacts;
import dev.marginal.scenarios.planfolder.reading.PlanJson;
import dev.marginal.tables.Fingerprint;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A plan folder that is to be handed over.
 *
 * @param json what plan.json says
 */
record HandedPlan(Path folder, PlanFacts facts, JsonNode json) {
    /**
     * Reads plan.json.
     *
     * @throws dev.marginal.tables.BadInput if the folder is not a plan folder
     */
    static HandedPlan read(Path folder) {
        JsonNode json = PlanJson.of(folder, "sends.parquet");
        PlanFacts facts =
                new PlanFacts(
                        json.path("plan").asText(),
                        json.path("campaign").asText(),
                        LocalDate.parse(json.path("date").asText()),
                        json.path("currency").asText(),
                        Fingerprint.of(folder.resolve("plan.json")));
        return new HandedPlan(folder.toAbsolutePath().normalize(), facts, json);
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
