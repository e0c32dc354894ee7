package dev.marginal.scenarios.report.page;

import dev.marginal.scenarios.SmallCampaign;
import dev.marginal.scenarios.planfolder.PlanFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The report of a small campaign, published once for all tests. */
final class PublishedReport {
    static final PlanFacts FACTS = publish();

    private PublishedReport() {}

    private static PlanFacts publish() {
        try {
            Path home = Files.createTempDirectory("report");
            Path folder = home.resolve("p");
            PlanFolder.publish(new SmallCampaign(home).plan(), LocalDate.of(2026, 11, 21), folder);
            return PlanFacts.of(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
