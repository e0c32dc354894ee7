package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.answers.Words;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.Drift;
import dev.marginal.uplift.storage.StoredModel;
import java.nio.file.Path;
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
        })
final class InspectCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "CAMPAIGN_FILE",
            description = "Such as examples/first-plan/campaign.yml.")
    private Path campaignFile;

    @Mixin private ModelOption model;
    @Mixin private Threads threads;

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
            new RandomisationWords(stored.fit().randomisation()).alarm().forEach(console::print);
            console.print(new InspectionPage(stored.inspection(), file.currency()).text());
            console.print("");
            console.print(new DriftWords(drift, new Words(file.currency())).table());
        }
        return Ending.DONE.exitCode();
    }
}
