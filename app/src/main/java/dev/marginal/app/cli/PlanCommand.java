package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Daily;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.daily.DailyPlanning;
import dev.marginal.scenarios.daily.DayPlan;
import dev.marginal.scenarios.daily.DaySettings;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.storage.StoredModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code marginal plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Fits, scores, values, allocates, audits, and publishes a plan folder.",
            "The same inputs and date give the same bytes; a folder that holds another plan is left alone (exit code 6).",
            "Campaigns that know of other days (contacts, flight, holdout, exploration), and several campaigns at once,",
            "are planned together and published in the plan store."
        })
final class PlanCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "CAMPAIGN_FILE",
            description = "Such as examples/first-plan/campaign.yml.")
    private List<Path> campaignFiles;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "Where the plan of a campaign that knows of no other day goes. Default: plans/<campaign>-<date>.")
    private Path out;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The plan's date; default: today in the campaign's time zone.")
    private LocalDate date;

    @Option(
            names = "--assume-planned-sent",
            description =
                    "Plan although the log of sends does not reach yesterday's plans: take their sends for sent.")
    private boolean assumePlannedSent;

    @Option(
            names = "--supersede",
            description = "Put a plan made from other inputs in the place of a published one.")
    private boolean supersede;

    @Option(
            names = "--backfill",
            description = "Plan a day that is over, for the record: no exporter sends it.")
    private boolean backfill;

    @Mixin private StoreOption store;
    @Mixin private ModelsOption models;
    @Mixin private Threads threads;

    PlanCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Steps steps = new Steps(console)) {
            List<CampaignFile> files =
                    campaignFiles.stream().map(CampaignFileReader::read).toList();
            Map<String, StoredModel> known = models.read(files, threads.execution());
            LocalDate day = day(files.get(0));
            if (knowsOfNoOtherDay(files)) {
                planAlone(files.get(0), known, day, steps);
            } else {
                planDay(files, known, day, steps);
            }
        }
        return Ending.DONE.exitCode();
    }

    private LocalDate day(CampaignFile file) {
        return date == null ? LocalDate.now(clock.withZone(file.timeZone())) : date;
    }

    private boolean knowsOfNoOtherDay(List<CampaignFile> files) {
        return files.size() == 1
                && files.get(0).daily().equals(Daily.ALONE)
                && !assumePlannedSent
                && !supersede
                && !backfill;
    }

    private void planAlone(
            CampaignFile file, Map<String, StoredModel> known, LocalDate day, Steps steps) {
        PlanningJob job = new PlanningJob(new DuckDbReader(), threads.execution(), steps);
        PlannedCampaign plan =
                known.isEmpty() ? job.plan(file) : job.plan(file, known.get(file.campaign()));
        Path folder = out == null ? Path.of("plans", file.campaign() + "-" + day) : out;
        steps.begins("Auditing and publishing " + folder);
        PlanFolder.Publication publication = PlanFolder.publish(plan, day, folder);
        steps.end();
        String next =
                "or change the budget in %s and plan again with --out"
                        .formatted(campaignFiles.get(0));
        console.print(new SummaryPage(plan, day, publication, next).text());
    }

    private void planDay(
            List<CampaignFile> files, Map<String, StoredModel> known, LocalDate day, Steps steps) {
        if (out != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--out is for a campaign that knows of no other day; these plans go into --store.");
        }
        DaySettings settings =
                new DaySettings(
                        backfill ? PlanKind.BACKFILL : PlanKind.LIVE,
                        assumePlannedSent,
                        supersede,
                        known);
        DailyPlanning planning = new DailyPlanning(new DuckDbReader(), threads.execution(), steps);
        List<DayPlan> plans;
        try (PlanStore kept = store.open(clock)) {
            plans = planning.plan(files, day, kept, settings);
        }
        steps.end();
        for (int number = 0; number < files.size(); number++) {
            print(files.get(number), campaignFiles.get(number), day, plans);
        }
    }

    private void print(CampaignFile file, Path path, LocalDate day, List<DayPlan> plans) {
        plans.stream()
                .filter(plan -> plan.record().key().campaign().equals(file.campaign()))
                .findFirst()
                .ifPresentOrElse(
                        plan -> console.print(new DayPage(plan, path).text()),
                        () ->
                                console.print(
                                        "%s does not run on %s yet; its later days were looked at"
                                                .formatted(file.campaign(), day)));
    }
}
