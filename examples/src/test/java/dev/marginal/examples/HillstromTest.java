package dev.marginal.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two e-mail campaigns on a real experiment. */
class HillstromTest {
    private static final Path DATA =
            Story.ROOT.resolve("../shared/data/hillstrom/hillstrom.csv").normalize();

    @TempDir Path folder;

    @Test
    void two_campaigns_are_planned_and_proven_on_real_customers() throws IOException {
        assumeTrue(
                Files.isRegularFile(DATA),
                "Skipped: %s is absent. examples/hillstrom/README.md says where the file comes from."
                        .formatted(DATA));
        Files.copy(DATA, folder.resolve("hillstrom.csv"));
        Files.copy(
                Story.ROOT.resolve("examples/hillstrom/campaign.yml"),
                folder.resolve("campaign.yml"));

        Story story = Story.plan(folder.resolve("campaign.yml"), folder.resolve("plan"));

        assertThat(story.exitCode()).as(story.messages()).isZero();
        assertThat(story.results())
                .contains("hillstrom, 2026-11-21: 32,000 customers", "audited, 21 claims hold");
        JsonNode plan = new ObjectMapper().readTree(folder.resolve("plan/plan.json").toFile());
        assertThat(plan.path("gap").asDouble()).isLessThanOrEqualTo(1e-4);
        assertThat(plan.path("spend").asDouble()).isLessThanOrEqualTo(1600);
        assertThat(plan.path("inputs").path("history").path("rows").asInt()).isEqualTo(32_000);
    }
}
