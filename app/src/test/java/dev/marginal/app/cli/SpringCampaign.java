package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.scenarios.planted.PlantedFiles;
import dev.marginal.uplift.planted.PlantedWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/** A good campaign in a folder, its history unpacked, so that a test can spoil one thing of it. */
record SpringCampaign(Path folder) {
    private static final PlantedCampaign CAMPAIGN =
            new PlantedCampaign(PlantedWorld.randomised(3), 2_000, 300);

    static SpringCampaign in(Path folder) throws IOException {
        PlantedFiles.write(CAMPAIGN, "spring", folder);
        try (var history =
                new GZIPInputStream(Files.newInputStream(folder.resolve("history.csv.gz")))) {
            Files.write(folder.resolve("history.csv"), history.readAllBytes());
        }
        Files.delete(folder.resolve("history.csv.gz"));
        SpringCampaign spring = new SpringCampaign(folder);
        spring.edit("campaign.yml", text -> text.replace("history.csv.gz", "history.csv"));
        return spring;
    }

    /** Changes a file; a change that changes nothing is a mistake of the test. */
    void edit(String name, UnaryOperator<String> change) {
        try {
            Path file = folder.resolve(name);
            String text = Files.readString(file);
            String changed = change.apply(text);
            assertThat(changed).as("the test changes " + name).isNotEqualTo(text);
            Files.writeString(file, changed);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
