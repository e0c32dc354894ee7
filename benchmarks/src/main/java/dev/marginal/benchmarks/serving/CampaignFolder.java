package dev.marginal.benchmarks.serving;

import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.reports.Assignment;
import dev.marginal.tables.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where a planted campaign is kept: {@code campaign.yml}, {@code history.parquet}, {@code
 * audience.parquet}, and the fitted model in {@code models}.
 *
 * @param path of the folder
 * @param customers of the audience
 * @param seed of everything drawn
 */
public record CampaignFolder(Path path, int customers, int seed) {
    /** The folder of a campaign of this size that all measurements of a checkout share. */
    public static CampaignFolder usual(Assignment assignment, int customers, int seed) {
        String name = "benchmarks/target/what-if-%d-%d".formatted(customers, seed);
        return new CampaignFolder(assignment.checkout().resolve(name), customers, seed);
    }

    /** Plants the campaign in a JVM of its own, unless it is there already. */
    public CampaignFolder planted(Assignment assignment) {
        if (!Files.exists(file())) {
            assignment.progress().accept("planting in " + path);
            List<String> java = List.of("-Xmx" + (2 + customers / 1_000_000) + "g");
            List<String> arguments =
                    List.of(
                            "--folder", path.toAbsolutePath() + "",
                            "--customers", customers + "",
                            "--seed", seed + "");
            Child child = new Child(CampaignCase.class, java, arguments, Duration.ofMinutes(30));
            Child.Ended ended = child.run();
            Requires.require(ended.isDone(), "planting", ended.log(), "done");
        }
        return this;
    }

    /** The campaign file. */
    public Path file() {
        return path.resolve("campaign.yml");
    }
}
