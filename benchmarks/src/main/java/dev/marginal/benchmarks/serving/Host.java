package dev.marginal.benchmarks.serving;

import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.Assignment;
import dev.marginal.tables.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Starts services of one planted campaign, all alike.
 *
 * @param assignment with {@code customers}; {@code campaign}, a folder in which it is kept; {@code
 *     heap} of the service; {@code seed}
 * @param campaign that folder
 */
record Host(Assignment assignment, Path campaign) {
    /** Plants the campaign, unless it is there already. */
    static Host of(Assignment assignment) {
        Host host = new Host(assignment, folder(assignment));
        if (!Files.exists(host.campaign.resolve("campaign.yml"))) {
            host.plant();
        }
        return host;
    }

    private static Path folder(Assignment assignment) {
        String usual =
                "benchmarks/target/what-if-%d-%d"
                        .formatted(
                                customers(assignment.options()),
                                assignment.options().integer("seed", 101));
        return Path.of(
                assignment
                        .options()
                        .text("campaign", assignment.checkout().resolve(usual).toString()));
    }

    private void plant() {
        assignment.progress().accept("planting in " + campaign);
        List<String> java = List.of("-Xmx" + (2 + customers() / 1_000_000) + "g");
        List<String> arguments =
                List.of(
                        "--folder", campaign.toAbsolutePath() + "",
                        "--customers", customers() + "",
                        "--seed", seed() + "");
        Child child = new Child(CampaignCase.class, java, arguments, Duration.ofMinutes(30));
        Child.Ended ended = child.run();
        Requires.require(ended.isDone(), "planting", ended.log(), "done");
    }

    int customers() {
        return customers(assignment.options());
    }

    private static int customers(Options options) {
        return options.integer("customers", 1_000_000);
    }

    int seed() {
        return assignment.options().integer("seed", 101);
    }

    /** One service, started anew. */
    Service start() {
        return Service.start(assignment.checkout(), campaign, heap());
    }

    private String heap() {
        return assignment.options().text("heap", customers() > 2_000_000 ? "10g" : "2g");
    }

    /** Tells what is asked, and whom. */
    void tell(String campaignInWords) {
        assignment
                .result()
                .setting(
                        "Campaign",
                        "%,d customers × %s, planted".formatted(customers(), campaignInWords));
        assignment.result().setting("Seed", seed());
        assignment
                .result()
                .setting("Service", "`./marginal serve`, -Xmx" + heap() + ", on the same machine");
    }
}
