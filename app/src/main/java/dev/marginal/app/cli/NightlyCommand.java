package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.job.Span;
import dev.marginal.app.job.StopSign;
import dev.marginal.app.job.UnixCron;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marginal nightly}. */
@Command(
        name = "nightly",
        mixinStandardHelpOptions = true,
        description = {
            "Plans a date into a store, for cron, Airflow or Kubernetes; or every night by a schedule of its own.",
            "Looks at inputs first, tries again where that may help, and never makes a plan twice: the same command with",
            "the same inputs ends well and changes nothing. Status: .status in the store."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal nightly campaign.yml --date 2026-11-21 --max-age audience=36h --max-age log=30h",
            "  marginal nightly spring.yml winback.yml --catch-up 7 --webhook-file /run/secrets/webhook",
            "  marginal nightly campaign.yml --schedule \"0 3 * * *\" --model models/first-plan",
            "",
            "Exit codes: 0 done or unchanged, 1 failed, 2 usage, 3 bad input, 4 no plan keeps every rule, 5 an input is",
            "too old or half-written, 6 another plan stands there or is being made, 7 audit failed. docs/operations.md",
            "says what to do about each."
        })
final class NightlyCommand implements Callable<Integer> {
    private static final int USUAL_CATCH_UP = 7;

    private final Console console;
    private final Clock clock;

    @Parameters(
            paramLabel = "CAMPAIGN_FILE",
            arity = "1..*",
            description = "One or several, planned together.")
    private List<Path> campaignFiles;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The plans' date; default: today in the campaigns' time zone.")
    private LocalDate date;

    @Option(
            names = "--schedule",
            paramLabel = "CRON",
            description = {
                "Run until told to stop, and plan at these times, in the campaigns' time zone: minute hour day-of-month",
                "month day-of-week, as crontab says them. Missed dates are made up for."
            })
    private String schedule;

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            description =
                    "With --schedule: how long a running night may take to end once told to stop. Default: 25s.")
    private String grace = "25s";

    @Mixin private DryRun dryRun;
    @Mixin private Result result;
    @Mixin private NightOptions options;
    @Mixin private NightWork work;

    NightlyCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        StopSign stop = new StopSign();
        NightShift shift =
                new NightShift(console, clock, stop, options, work, result, campaignFiles);
        if (dryRun.isAsked()) {
            shift.announce(Optional.ofNullable(date));
            return Ending.DONE.exitCode();
        }
        if (schedule == null) {
            return shift.once(Optional.ofNullable(date), options.catchUp(0), Optional.empty())
                    .exitCode();
        }
        if (date != null) {
            throw options.misuse("--date and --schedule exclude each other.");
        }
        UnixCron cron = options.understood(() -> UnixCron.of(schedule));
        Duration patience = options.understood(() -> Span.of(grace));
        int catchUp = options.catchUp(USUAL_CATCH_UP);
        new NightSchedule(console, clock, stop, shift, work.store(), catchUp).run(cron, patience);
        return Ending.DONE.exitCode();
    }
}
