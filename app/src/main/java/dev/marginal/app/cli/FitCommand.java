package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.storage.ModelFolder;
import dev.marginal.uplift.storage.StoredModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marginal fit}. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = {
            "Learns from the history, judges the model on held-out rows, and writes a model folder.",
            "marginal plan --model takes that folder."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal fit examples/first-plan/campaign.yml",
            "  marginal fit campaign.yml --out models/spring --json > evaluation.json",
            "  marginal fit campaign.yml --dry-run",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input."
        })
final class FitCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "CAMPAIGN_FILE",
            description = "Such as examples/first-plan/campaign.yml.")
    private Path campaignFile;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where the model goes; default: models/<campaign>.")
    private Path out;

    @Mixin private DryRun dryRun;
    @Mixin private Result result;
    @Mixin private Threads threads;

    /** As JSON. */
    record Told(
            String campaign,
            String currency,
            String model,
            boolean written,
            Evaluation evaluation,
            Randomisation randomisation) {}

    FitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Steps steps = new Steps(console)) {
            CampaignFile file = CampaignFileReader.read(campaignFile);
            Path folder = out == null ? Path.of("models", file.campaign()) : out;
            FreeFolder.require(folder);
            if (dryRun.isAsked()) {
                announce(file, folder);
                return Ending.DONE.exitCode();
            }
            StoredModel model =
                    new PlanningJob(new DuckDbReader(), threads.execution(), steps).fit(file);
            new ModelFolder(folder).write(model);
            steps.end();
            result.print("fit-1", () -> told(file, folder, model), () -> page(file, folder, model));
            console.next(
                    "./marginal inspect %s --model %s, or ./marginal plan %s --model %s"
                            .formatted(campaignFile, folder, campaignFile, folder));
        }
        return Ending.DONE.exitCode();
    }

    private void announce(CampaignFile file, Path folder) {
        result.print(
                "fit-1",
                () ->
                        new Told(
                                file.campaign(),
                                file.currency(),
                                folder.toString(),
                                false,
                                null,
                                null),
                () ->
                        "Nothing was written; %s would hold a model of campaign %s, learnt from %s"
                                .formatted(
                                        folder, file.campaign(), file.history().source().name()));
        console.next("the same command without --dry-run");
    }

    private static Told told(CampaignFile file, Path folder, StoredModel model) {
        return new Told(
                file.campaign(),
                file.currency(),
                folder.toString(),
                true,
                model.evaluation(),
                model.fit().randomisation());
    }

    private static String page(CampaignFile file, Path folder, StoredModel model) {
        List<String> lines =
                new ArrayList<>(new RandomisationWords(model.fit().randomisation()).alarm());
        lines.add(new EvaluationPage(model, file.currency()).text());
        lines.add("");
        lines.add("Model folder: %s; model_card.md there says it all".formatted(folder));
        return String.join("\n", lines);
    }
}
