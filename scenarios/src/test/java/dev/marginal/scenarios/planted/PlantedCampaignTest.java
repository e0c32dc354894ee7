package dev.marginal.scenarios.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.optimizer.allocation.GreedyAllocator;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.planted.PlantedWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedCampaignTest {
    private static final Execution TWO = new Execution(2);
    private static final PlantedCampaign CAMPAIGN =
            new PlantedCampaign(PlantedWorld.randomised(11), 500, 2_000);

    @TempDir Path folder;

    @Test
    void the_best_plan_is_known_and_truly_earns_what_it_says() {
        SendPlan best = CAMPAIGN.bestPlan(Allocators.standard(AllocatorSettings.defaults(), TWO));

        assertThat(best.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(best.spend()).isLessThanOrEqualTo(500.0);
        assertThat(PlantedCampaign.trueValue(best, CAMPAIGN.trueOffers())).isEqualTo(best.value());
    }

    @Test
    void no_other_plan_truly_earns_more_than_the_best() {
        SendPlan best = CAMPAIGN.bestPlan(Allocators.standard(AllocatorSettings.defaults(), TWO));
        SendPlan random = CAMPAIGN.bestPlan(GreedyAllocator.random(1, TWO));

        assertThat(PlantedCampaign.trueValue(random, CAMPAIGN.trueOffers()))
                .isLessThan(best.value());
    }

    @Test
    void its_files_are_a_campaign_that_says_it_is_simulated() throws Exception {
        PlantedFiles.write(CAMPAIGN, "my-world", folder);

        assertThat(CampaignFileReader.read(folder.resolve("campaign.yml")).campaign())
                .isEqualTo("my-world");
        assertThat(folder.resolve("campaign.yml"))
                .content()
                .startsWith("# Simulated by `marginal simulate`: no row is a real person.");
        assertThat(Files.readAllLines(folder.resolve("audience.csv"))).hasSize(2_001);
        assertThat(Files.readAllLines(folder.resolve("truth.csv"))).hasSize(2_001);
    }

    @Test
    void a_confounded_world_logs_its_propensities() {
        PlantedCampaign confounded =
                new PlantedCampaign(PlantedWorld.randomised(11).withConfounding(), 500, 100);

        PlantedFiles.write(confounded, "my-world", folder);

        assertThat(
                        CampaignFileReader.read(folder.resolve("campaign.yml"))
                                .history()
                                .loggedPropensity())
                .contains("propensity");
    }

    @Test
    void a_disk_that_fills_up_in_between_leaves_nothing() {
        Path world = folder.resolve("my-world");

        assertThatThrownBy(
                        () ->
                                PlantedFolder.fill(
                                        world,
                                        draft -> {
                                            PlantedFiles.writeTables(CAMPAIGN, draft);
                                            assertThat(draft.resolve("truth.csv")).exists();
                                            assertThat(world).doesNotExist();
                                            throw new IOException("No space left on device");
                                        }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("my-world cannot be written: ")
                .hasMessageContaining("No space left on device; nothing of it was left");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_folder_that_somebody_is_in_is_left_alone() {
        assertThatThrownBy(() -> PlantedFiles.write(CAMPAIGN, "my-world", Path.of(".")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is the folder you are in")
                .hasMessageEndingWith("Give the name of a new folder.");
    }

    @Test
    void files_that_are_there_already_are_left_alone() {
        PlantedFiles.write(CAMPAIGN, "my-world", folder);

        assertThatThrownBy(() -> PlantedFiles.write(CAMPAIGN, "my-world", folder))
                .isInstanceOf(BadInput.class)
                .hasMessageEndingWith(
                        ": is there already and not an empty folder; nothing was written. Give an empty or new folder.");
    }
}
