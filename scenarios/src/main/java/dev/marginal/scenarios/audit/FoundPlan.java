package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.planfolder.reading.PlanJson;
import dev.marginal.tables.BadInput;
import java.nio.file.Path;

/** A plan folder with what its plan.json and its copy of the campaign file say. */
record FoundPlan(Path folder, JsonNode json, CampaignWords words) {
    /**
     * Reads the two.
     *
     * @throws BadInput if the folder is not a plan folder
     */
    static FoundPlan in(Path folder) {
        JsonNode json = PlanJson.of(folder, "campaign.yml", "sends.csv", "scores.parquet");
        return new FoundPlan(folder, json, CampaignWords.read(folder.resolve("campaign.yml")));
    }

    /** Where the campaign's files are named from. */
    Path campaignFolder() {
        return parent(json.path("inputs").path("campaign_file").path("path").asText());
    }

    /** Where the tables of contacts.yml are named from. */
    Path contactsFolder() {
        JsonNode contacts = json.path("inputs").path("contacts").path("path");
        return contacts.isMissingNode() ? campaignFolder() : parent(contacts.asText());
    }

    private Path parent(String path) {
        return folder.toAbsolutePath().resolve(path).normalize().getParent();
    }
}
