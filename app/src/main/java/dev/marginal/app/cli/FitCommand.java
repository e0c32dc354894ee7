package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.storage.ModelFolder;
import dev.marginal.uplift.storage.StoredModel;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Mixin private Threads threads;

    FitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Steps steps = new Steps(console)) {
            CampaignFile file = CampaignFileReader.read(campaignFile);
            Path folder = out == null ? Path.of("models", file.campaign()) : out;
            requireFree(folder);
            StoredModel model =
                    new PlanningJob(new DuckDbReader(), threads.execution(), steps).fit(file);
            new ModelFolder(folder).write(model);
            steps.end();
            new RandomisationWords(model.fit().randomisation()).alarm().forEach(console::print);
            console.print(new EvaluationPage(model, file.currency()).text());
            console.print(
                    "%nModel folder: %s; model_card.md there says it all%nNext: ./marginal inspect %s --model %s, or ./marginal plan %s --model %s"
                            .formatted(folder, campaignFile, folder, campaignFile, folder));
        }
        return Ending.DONE.exitCode();
    }

    private static void requireFree(Path folder) {
        String[] files = folder.toFile().list();
        if (files == null ? Files.exists(folder) : files.length > 0) {
            throw new BadInput(
                    Problem.of(
                            folder.toString(),
                            "is not an empty folder; nothing was written",
                            "Give another folder with --out, or move this one away."));
        }
    }
}
