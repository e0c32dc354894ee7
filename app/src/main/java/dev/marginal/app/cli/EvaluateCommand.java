package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planning.Judging;
import dev.marginal.scenarios.planning.Judging.Judged;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.storage.ModelFolder;
import dev.marginal.uplift.storage.StoredModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marginal evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Judges a fitted model, or scores of your own, by the campaign's history, budget and costs as they are now.",
            "fit judges what it has just learnt; this judges again without fitting: at another budget, on the history of a",
            "later campaign that the model never saw, or scores from elsewhere beside the model. A given plan is judged by",
            "marginal what-if --given."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal evaluate campaign.yml --model models/spring",
            "  marginal evaluate autumn.yml --model models/spring       did spring's model hold in autumn's experiment?",
            "  marginal evaluate campaign.yml --model models/spring --scores mine.csv --json",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input."
        })
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "CAMPAIGN_FILE",
            description = "Its history is what the model is judged by.")
    private Path campaignFile;

    @Option(
            names = "--model",
            paramLabel = "FOLDER",
            description = "A model that marginal fit wrote; default: models/<campaign>.")
    private Path folder;

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description = {
                "Judge these scores in the model's place, and show the model beside them: a row for each of the history, in",
                "its order, with the history's customer column, and a column of uplift in currency for each treatment."
            })
    private Path scores;

    @Mixin private Result result;
    @Mixin private Threads threads;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    /** As JSON. */
    record Told(
            String campaign,
            String currency,
            String model,
            String scores,
            int rows,
            boolean heldOutOfFold,
            Evaluation evaluation,
            Randomisation randomisation) {}

    @Override
    public Integer call() {
        CampaignFile file = CampaignFileReader.read(campaignFile);
        Path model = folder == null ? Path.of("models", file.campaign()) : folder;
        requireModel(model);
        try (Steps steps = new Steps(console)) {
            StoredModel stored = new ModelFolder(model).read(threads.execution());
            Judged judged =
                    new Judging(new DuckDbReader(), threads.execution(), steps)
                            .judge(file, stored, Optional.ofNullable(scores));
            steps.end();
            result.print(
                    "evaluate-1", () -> told(file, model, judged), () -> page(file, model, judged));
        }
        console.next("./marginal plan %s --model %s".formatted(campaignFile, model));
        return Ending.DONE.exitCode();
    }

    private Told told(CampaignFile file, Path model, Judged judged) {
        return new Told(
                file.campaign(),
                file.currency(),
                model.toString(),
                scores == null ? null : scores.toString(),
                judged.rows(),
                judged.learntFrom(),
                judged.evaluation(),
                judged.randomisation());
    }

    private String page(CampaignFile file, Path model, Judged judged) {
        String what =
                scores == null
                        ? model.toString()
                        : "%s (in the tables: this model)".formatted(scores);
        String how =
                judged.learntFrom()
                        ? scores == null
                                ? "each scored by the model that was fitted without it"
                                : "beside the model, which was fitted without the row it scores"
                        : "which the model never saw";
        return "%nJudged: %s, on %,d rows of %s, %s%n%s"
                .formatted(
                        what,
                        judged.rows(),
                        file.history().source().name(),
                        how,
                        new EvaluationPage(
                                        judged.evaluation(),
                                        judged.randomisation(),
                                        file.currency())
                                .text());
    }

    private static void requireModel(Path model) {
        if (!Files.isDirectory(model)) {
            throw new BadInput(
                    Problem.of(
                            model.toString(),
                            "is not a model folder",
                            "Give a folder that ./marginal fit wrote, with --model."));
        }
    }
}
