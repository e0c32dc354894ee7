package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A plan folder with what its plan.json and its copy of the campaign file say. */
record FoundPlan(Path folder, JsonNode json, CampaignWords words) {
    /**
     * Reads the two.
     *
     * @throws BadInput if the folder is not a plan folder
     */
    static FoundPlan in(Path folder) {
        for (String file : List.of("plan.json", "campaign.yml", "sends.csv", "scores.parquet")) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw new BadInput(
                        Problem.of(
                                folder.toString(),
                                "is not a plan folder: it has no " + file,
                                "Give a folder that ./marginal plan wrote, such as plans/first-plan-2026-11-21."));
            }
        }
        return new FoundPlan(
                folder,
                read(folder.resolve("plan.json")),
                CampaignWords.read(folder.resolve("campaign.yml")));
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

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (JsonProcessingException broken) {
            throw new BadInput(
                    Problem.of(
                            file.toString(),
                            "is not the JSON that was written there",
                            "Make the plan again."));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
