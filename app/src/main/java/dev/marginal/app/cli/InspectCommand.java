package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.words.Words;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.Drift;
import dev.marginal.uplift.Inspection;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.storage.StoredModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code marginal inspect}. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Says what a model's uplift rests on: which features decide it, the effect measured in each segment,",
            "and how the audience differs from the history."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal inspect examples/first-plan/campaign.yml --model models/first-plan",
            "  marginal inspect campaign.yml --model models/spring --json",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input."
        })
final class InspectCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "CAMPAIGN_FILE",
            description = "Such as examples/first-plan/campaign.yml.")
    private Path campaignFile;

    @Mixin private Result result;
    @Mixin private ModelOption model;
    @Mixin private Threads threads;

    /** As JSON. */
    record Told(
            String campaign,
            String currency,
            Randomisation randomisation,
            Inspection inspection,
            Drift drift) {}

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        model.requireFolder();
        try (Steps steps = new Steps(console)) {
            CampaignFile file = CampaignFileReader.read(campaignFile);
            PlanningJob job = new PlanningJob(new DuckDbReader(), threads.execution(), steps);
            StoredModel stored = model.isGiven() ? model.read(threads.execution()) : job.fit(file);
            Drift drift = job.drift(file, stored);
            steps.end();
            result.print(
                    "inspect-1",
                    () ->
                            new Told(
                                    file.campaign(),
                                    file.currency(),
                                    stored.fit().randomisation(),
                                    stored.inspection(),
                                    drift),
                    () -> page(file, stored, drift));
        }
        console.next("./marginal plan " + campaignFile);
        return Ending.DONE.exitCode();
    }

    private static String page(CampaignFile file, StoredModel stored, Drift drift) {
        List<String> lines =
                new ArrayList<>(new RandomisationWords(stored.fit().randomisation()).alarm());
        lines.add(new InspectionPage(stored.inspection(), file.currency()).text());
        lines.add("");
        lines.add(new DriftWords(drift, new Words(file.currency())).table());
        return String.join("\n", lines);
    }
}
