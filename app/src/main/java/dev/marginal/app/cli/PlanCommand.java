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
import dev.marginal.scenarios.report.page.PlanFacts;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.Fleeting;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.storage.StoredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal plan examples/first-plan/campaign.yml",
            "  marginal plan campaign.yml --model models/spring --dry-run",
            "  marginal plan campaign.yml --model models/spring --json > plan.json",
            "  marginal plan vouchers.yml news.yml --date 2026-11-17 --store plans",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input, 4 no plan keeps every rule, 6 another plan stands",
            "there or is being made, 7 audit failed."
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

    @Mixin private DryRun dryRun;
    @Mixin private Result result;
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
            CampaignFile named, Map<String, StoredModel> known, LocalDate day, Steps steps) {
        CampaignFile file = named.on(day);
        PlanningJob job = new PlanningJob(new DuckDbReader(), threads.execution(), steps);
        PlannedCampaign plan =
                known.isEmpty() ? job.plan(file) : job.plan(file, known.get(file.campaign()));
        Path folder = out == null ? Path.of("plans", file.campaign() + "-" + day) : out;
        if (dryRun.isAsked()) {
            rehearse(plan, day, folder, steps);
            return;
        }
        steps.begins("Auditing and publishing " + folder);
        PlanFolder.Publication publication = PlanFolder.publish(plan, day, folder);
        steps.end();
        result.print(
                "plan-1",
                () -> new PlansTold(List.of(PlansTold.Plan.of(folder, publication.unchanged()))),
                new SummaryPage(plan, day, publication)::text);
        console.next(
                "./marginal audit %s, open %s in a browser, or change the budget in %s and plan again with --out"
                        .formatted(folder, folder.resolve(PlanFacts.REPORT), campaignFiles.get(0)));
    }

    /** Writes and audits the plan where nobody sees it. */
    private void rehearse(PlannedCampaign plan, LocalDate day, Path folder, Steps steps) {
        steps.begins("Auditing what would be " + folder);
        try (Fleeting aside = Fleeting.temporary("marginal-dry-run-")) {
            Path draft = aside.path().resolve(folder.toAbsolutePath().getFileName());
            PlanFolder.Publication publication = PlanFolder.publish(plan, day, draft);
            steps.end();
            result.print(
                    "plan-1",
                    () -> new PlansTold(List.of(PlansTold.Plan.of(draft, folder))),
                    new SummaryPage(plan, day, publication, folder)::text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        console.next("the same command without --dry-run");
    }

    private void planDay(
            List<CampaignFile> files, Map<String, StoredModel> known, LocalDate day, Steps steps) {
        if (out != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--out is for a campaign that knows of no other day; these plans go into --store.");
        }
        if (dryRun.isAsked()) {
            announce(files, day);
            return;
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
        result.print("plan-1", () -> PlansTold.of(plans), () -> pages(files, day, plans));
        plans.forEach(plan -> console.next("./marginal audit " + plan.folder()));
    }

    private void announce(List<CampaignFile> files, LocalDate day) {
        List<Path> folders =
                files.stream()
                        .map(file -> store.folder().resolve(file.campaign() + "-" + day))
                        .toList();
        result.print(
                "plan-1",
                () -> new PlansTold(folders.stream().map(PlansTold.Plan::announced).toList()),
                () ->
                        folders.stream()
                                .map(
                                        folder ->
                                                "Nothing was written; %s would be planned, audited and published, together with all named here"
                                                        .formatted(folder))
                                .collect(Collectors.joining("\n")));
    }

    private String pages(List<CampaignFile> files, LocalDate day, List<DayPlan> plans) {
        return IntStream.range(0, files.size())
                .mapToObj(number -> page(files.get(number), campaignFiles.get(number), day, plans))
                .collect(Collectors.joining("\n"));
    }

    private static String page(CampaignFile file, Path path, LocalDate day, List<DayPlan> plans) {
        return plans.stream()
                .filter(plan -> plan.record().key().campaign().equals(file.campaign()))
                .findFirst()
                .map(plan -> new DayPage(plan, path).text())
                .orElseGet(
                        () ->
                                "%s does not run on %s yet; its later days were looked at"
                                        .formatted(file.campaign(), day));
    }
}
