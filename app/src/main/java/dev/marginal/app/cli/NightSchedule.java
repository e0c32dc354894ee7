package dev.marginal.app.cli;

import dev.marginal.app.job.NightlyRun;
import dev.marginal.app.job.StopSign;
import dev.marginal.app.job.UnixCron;
import dev.marginal.app.job.quartz.NightWatch;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.store.PlanStore;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Nights by a schedule, until the process is told to stop. */
final class NightSchedule {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Console console;
    private final Clock clock;
    private final StopSign stop;
    private final NightShift shift;
    private final StoreOption store;
    private final int catchUp;

    NightSchedule(
            Console console,
            Clock clock,
            StopSign stop,
            NightShift shift,
            StoreOption store,
            int catchUp) {
        this.console = console;
        this.clock = clock;
        this.stop = stop;
        this.shift = shift;
        this.store = store;
        this.catchUp = catchUp;
    }

    /** Runs until told to stop; a night that is running then may take {@code grace} to end. */
    void run(UnixCron cron, Duration grace) throws InterruptedException {
        List<CampaignFile> files = shift.files();
        ZoneId zone = files.get(0).timeZone();
        try (NightWatch watch = new NightWatch(cron, zone, clock, this::night)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(watch, grace)));
            console.note("Next run " + time(watch.next()));
            ZonedDateTime last = cron.lastUntil(clock.instant().atZone(zone)).orElseThrow();
            if (missed(files, last)) {
                console.say("The run of %s was missed: it begins now".formatted(time(last)));
                watch.now(() -> night(watch.next()));
            }
            stop.await();
        }
    }

    private boolean missed(List<CampaignFile> files, ZonedDateTime last) {
        try (PlanStore open = store.open(clock)) {
            return NightlyRun.missed(open, files, last.toLocalDate());
        }
    }

    private void night(ZonedDateTime next) {
        try {
            shift.once(Optional.empty(), catchUp, Optional.of(next));
        } catch (InterruptedException stopped) {
            console.say("Stopped before the night was over; the next start makes up for it.");
            return;
        } catch (RuntimeException unexpected) {
            console.say("This should not have happened: " + unexpected);
            unexpected.printStackTrace(console.messages());
        }
        console.note("Next run " + time(next));
    }

    private void drain(NightWatch watch, Duration grace) {
        stop.raise();
        console.say(
                "Stopping; a night that is running may take %d s to end"
                        .formatted(grace.toSeconds()));
        try {
            console.say(
                    watch.drain(grace)
                            ? "Stopped"
                            : "Stopped amid a night: what was published stands whole, the rest is made up for at the next start");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String time(ZonedDateTime at) {
        return TIME.format(at) + " " + at.getZone().getDisplayName(TextStyle.NARROW, Locale.ROOT);
    }
}
