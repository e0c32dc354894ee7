package dev.marginal.spark.planning;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.scenarios.planted.PlantedFiles;
import dev.marginal.scenarios.planted.PlantedHouse;
import dev.marginal.tables.BadInput;
import dev.marginal.uplift.planted.PlantedWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only one machine plans is refused in a sentence, before anything is read. */
class OneMachineTest {
    private static final String ADVICE = "Plan on one machine with ./marginal plan.";

    @TempDir private static Path folder;

    @BeforeAll
    static void write() {
        PlantedCampaign campaign = new PlantedCampaign(PlantedWorld.randomised(3), 50, 20);
        PlantedFiles.write(campaign, "spring", folder.resolve("alone"));
        new PlantedHouse(campaign, 3, LocalDate.parse("2026-11-16")).write(folder.resolve("house"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "budget: | budget_confidence: 0.95\\nbudget: | budget_confidence promises money at risk, whose variance is weighed plan by plan on one machine.",
                "file: audience.csv | sql: \"from 'audience.csv'\" | audience is a query of DuckDB or of a database, and partitions read Parquet files alone.",
                "objective: gmv | objective: value\\nfuture_value: {file: later.csv, customer: id, column: later} | objective counts later orders, whose bands are made of all customers together.",
                "objective: gmv | objective: gmv\\nexploration: {share: 0.05, salt: a} | exploration pins sends that were drawn, which a plan in parts does not know."
            })
    void a_campaign_that_asks_for_it_is_refused(String text, String instead, String because)
            throws IOException {
        Path file = folder.resolve("alone/changed.yml");
        String old = Files.readString(folder.resolve("alone/campaign.yml"));
        Files.writeString(file, old.replace(text, instead.replace("\\n", "\n")));

        assertThatThrownBy(() -> OneMachine.refuse(CampaignFileReader.read(file)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("changed.yml: " + because)
                .hasMessageContaining(ADVICE);
    }

    @Test
    void all_that_a_house_asks_for_is_told_at_once() {
        Path file = folder.resolve("house/vouchers.yml");

        assertThatThrownBy(() -> OneMachine.refuse(CampaignFileReader.read(file)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("2 problems")
                .hasMessageContaining("exploration pins sends")
                .hasMessageContaining(
                        "contacts names addresses, and who shares one is found among all customers together");
    }
}
