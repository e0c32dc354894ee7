package dev.marginal.benchmarks.serving;

import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.Assignment;
import java.nio.file.Path;

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
        Options options = assignment.options();
        CampaignFolder usual = CampaignFolder.usual(assignment, customers(options), seed(options));
        Path folder = Path.of(options.text("campaign", usual.path().toString()));
        new CampaignFolder(folder, usual.customers(), usual.seed()).planted(assignment);
        return new Host(assignment, folder);
    }

    int customers() {
        return customers(assignment.options());
    }

    private static int customers(Options options) {
        return options.integer("customers", 1_000_000);
    }

    int seed() {
        return seed(assignment.options());
    }

    private static int seed(Options options) {
        return options.integer("seed", 101);
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
