package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marginal plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Fits, scores, values, allocates, audits, and publishes a plan folder.",
            "The same inputs and date give the same bytes; a folder that holds another plan is left alone (exit code 6)."
        })
final class PlanCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "CAMPAIGN_FILE",
            description = "Such as examples/first-plan/campaign.yml.")
    private Path campaignFile;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where the plan goes; default: plans/<campaign>-<date>.")
    private Path out;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The plan's date; default: today in the campaign's time zone.")
    private LocalDate date;

    @Mixin private ModelOption model;
    @Mixin private Threads threads;

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        model.requireFolder();
        try (Steps steps = new Steps(console)) {
            CampaignFile file = CampaignFileReader.read(campaignFile);
            PlanningJob job = new PlanningJob(new DuckDbReader(), threads.execution(), steps);
            PlannedCampaign plan =
                    model.isGiven()
                            ? job.plan(file, model.read(threads.execution()))
                            : job.plan(file);
            LocalDate day = date == null ? LocalDate.now(Clock.system(file.timeZone())) : date;
            Path folder = out == null ? Path.of("plans", file.campaign() + "-" + day) : out;
            steps.begins("Auditing and publishing " + folder);
            PlanFolder.Publication publication = PlanFolder.publish(plan, day, folder);
            steps.end();
            console.print(new SummaryPage(plan, day, publication, campaignFile).text());
        }
        return Ending.DONE.exitCode();
    }
}
