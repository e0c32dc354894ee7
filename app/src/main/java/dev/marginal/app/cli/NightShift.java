package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.job.DayReport;
import dev.marginal.app.job.DayWork;
import dev.marginal.app.job.Failure;
import dev.marginal.app.job.Figures;
import dev.marginal.app.job.Night;
import dev.marginal.app.job.NightlyRun;
import dev.marginal.app.job.Pause;
import dev.marginal.app.job.StatusFolder;
import dev.marginal.app.job.Webhook;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One night's work from the files on disk: campaign files and models are read anew, so that a
 * schedule heeds what was changed by day.
 */
final class NightShift {
    private final Console console;
    private final Clock clock;
    private final Pause pause;
    private final NightOptions options;
    private final NightWork work;
    private final Result result;
    private final List<Path> campaignFiles;

    NightShift(
            Console console,
            Clock clock,
            Pause pause,
            NightOptions options,
            NightWork work,
            Result result,
            List<Path> campaignFiles) {
        this.console = console;
        this.clock = clock;
        this.pause = pause;
        this.options = options;
        this.work = work;
        this.result = result;
        this.campaignFiles = campaignFiles;
    }

    List<CampaignFile> files() {
        return campaignFiles.stream().map(CampaignFileReader::read).toList();
    }

    /**
     * Plans a night; whatever goes wrong is told here.
     *
     * @param date of the plans; empty for today
     * @param catchUp the most missed dates to make up for
     * @param nextDue when the next night begins, if that is known
     */
    Ending once(Optional<LocalDate> date, int catchUp, Optional<ZonedDateTime> nextDue)
            throws InterruptedException {
        Optional<Webhook> webhook = options.webhook();
        try {
            return plan(files(), date, catchUp, nextDue, webhook);
        } catch (RuntimeException problem) {
            Ending ending = Ending.of(problem).orElseThrow(() -> problem);
            console.say(problem.getMessage());
            if (webhook.isPresent()) {
                webhook.get().call(failure(date, ending)).ifPresent(console::say);
            }
            return ending;
        }
    }

    /** Says which plans would be made; looks at campaign files alone. */
    void announce(Optional<LocalDate> date) {
        Night night = night(files(), date, 0);
        List<String> names = night.campaigns().stream().map(CampaignFile::campaign).toList();
        Path store = work.store().folder();
        result.print(
                "nightly-1",
                () -> NightTold.announced(night.date(), names, store),
                () ->
                        names.stream()
                                .map(
                                        name ->
                                                "Nothing was written; %s would be planned for %s into %s"
                                                        .formatted(name, night.date(), store))
                                .collect(Collectors.joining("\n")));
        console.next("the same command without --dry-run");
    }

    private Night night(List<CampaignFile> files, Optional<LocalDate> date, int catchUp) {
        LocalDate day =
                date.orElseGet(() -> LocalDate.ofInstant(clock.instant(), files.get(0).timeZone()));
        return options.understood(() -> new Night(files, day, options.kind(), catchUp));
    }

    private Ending plan(
            List<CampaignFile> files,
            Optional<LocalDate> date,
            int catchUp,
            Optional<ZonedDateTime> nextDue,
            Optional<Webhook> webhook)
            throws InterruptedException {
        Night night = night(files, date, catchUp);
        try (PlanStore store = work.store().open(clock);
                Steps steps = new Steps(console)) {
            NightlyRun run =
                    new NightlyRun(
                            store,
                            told(work.into(store, files, steps), steps),
                            options.freshness(),
                            options.retries(ProcessHandle.current().pid()),
                            new StatusFolder(work.store().folder().resolve(".status")),
                            webhook,
                            clock,
                            pause,
                            sentence -> say(sentence, steps));
            List<DayReport> reports = run.run(night, nextDue);
            Ending ending = NightlyRun.ending(night, reports);
            tell(ending, reports);
            return ending;
        }
    }

    private void tell(Ending ending, List<DayReport> reports) {
        List<String> lines =
                reports.stream()
                        .flatMap(report -> new NightWords(report).lines().stream())
                        .toList();
        if (result.isJson() || !lines.isEmpty()) {
            result.print(
                    "nightly-1",
                    () -> NightTold.of(ending, reports),
                    () -> String.join("\n", lines));
        }
        console.next(next(ending, reports));
    }

    private String next(Ending ending, List<DayReport> reports) {
        if (ending != Ending.DONE) {
            return "mend that, then the same command again; docs/operations.md says what each exit code asks for";
        }
        return reports.stream()
                .flatMap(NightShift::toSend)
                .filter(folder -> Figures.of(folder).sends() > 0)
                .findFirst()
                .map(
                        folder ->
                                "./marginal export %s --to csv %s --dry-run"
                                        .formatted(folder, work.store().words()))
                .orElseGet(() -> "./marginal plans " + work.store().words());
    }

    private static Stream<Path> toSend(DayReport report) {
        return IntStream.range(0, report.done().size())
                .filter(number -> report.kind(number) == PlanKind.LIVE)
                .mapToObj(number -> report.done().get(number).folder());
    }

    private static DayWork told(DayWork work, Steps steps) {
        return (campaigns, date, kinds) -> {
            List<DayWork.Done> done = work.plan(campaigns, date, kinds);
            steps.end();
            return done;
        };
    }

    private void say(String sentence, Steps running) {
        running.close();
        console.say(sentence);
    }

    private Failure failure(Optional<LocalDate> date, Ending ending) {
        return new Failure(
                campaignFiles.stream().map(file -> file.getFileName().toString()).toList(),
                date.orElseGet(() -> LocalDate.now(clock)),
                ending,
                1,
                clock.instant());
    }
}
