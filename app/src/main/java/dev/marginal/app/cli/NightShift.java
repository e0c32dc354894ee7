package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.job.DayReport;
import dev.marginal.app.job.DayWork;
import dev.marginal.app.job.Failure;
import dev.marginal.app.job.Night;
import dev.marginal.app.job.NightlyRun;
import dev.marginal.app.job.Pause;
import dev.marginal.app.job.StatusFolder;
import dev.marginal.app.job.Webhook;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.store.PlanStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

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
    private final List<Path> campaignFiles;

    NightShift(
            Console console,
            Clock clock,
            Pause pause,
            NightOptions options,
            NightWork work,
            List<Path> campaignFiles) {
        this.console = console;
        this.clock = clock;
        this.pause = pause;
        this.options = options;
        this.work = work;
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
        for (CampaignFile file : files()) {
            console.print(
                    "Nothing was written; %s would be planned for %s into %s"
                            .formatted(
                                    file.campaign(),
                                    date.orElseGet(
                                            () ->
                                                    LocalDate.ofInstant(
                                                            clock.instant(), file.timeZone())),
                                    work.store().folder()));
        }
        console.next("the same command without --dry-run");
    }

    private Ending plan(
            List<CampaignFile> files,
            Optional<LocalDate> date,
            int catchUp,
            Optional<ZonedDateTime> nextDue,
            Optional<Webhook> webhook)
            throws InterruptedException {
        LocalDate day =
                date.orElseGet(() -> LocalDate.ofInstant(clock.instant(), files.get(0).timeZone()));
        Night night = options.understood(() -> new Night(files, day, options.kind(), catchUp));
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
            reports.forEach(report -> new NightWords(report).lines().forEach(console::print));
            return NightlyRun.ending(night, reports);
        }
    }

    private static DayWork told(DayWork work, Steps steps) {
        return (campaigns, date, kind) -> {
            List<DayWork.Done> done = work.plan(campaigns, date, kind);
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
