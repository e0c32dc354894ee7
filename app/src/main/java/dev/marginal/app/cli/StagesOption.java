package dev.marginal.app.cli;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Lifecycle;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.value.lifecycle.StageRules;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --stages}: where stages begin. */
final class StagesOption {
    @Option(
            names = "--stages",
            paramLabel = "CAMPAIGN_FILE",
            description =
                    "A campaign file whose lifecycle says where stages begin. Default: the usual numbers.")
    private Path file;

    /**
     * The rules.
     *
     * @throws BadInput if the campaign file has problems, or says nothing of a lifecycle
     */
    StageRules rules() {
        return file == null ? StageRules.defaults() : rules(CampaignFileReader.read(file));
    }

    private static StageRules rules(CampaignFile campaign) {
        return campaign.lifecycle()
                .map(Lifecycle::stages)
                .orElseThrow(
                        () ->
                                new BadInput(
                                        new Problem(
                                                campaign.name(),
                                                0,
                                                "lifecycle",
                                                null,
                                                "is missing, and with it where stages begin",
                                                "Such as: lifecycle: {purchases: {file: purchases.csv, customer: customer_id, time: day, amount: total}}.")));
    }
}
