package dev.marginal.app.job.quartz;

import dev.marginal.app.job.UnixCron;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Begins a night whenever its time has come, one at a time. A time that passed while the night
 * before still ran, or while the machine slept, is made up for once, as soon as can be.
 *
 * <p>Quartz leaves out a time that does not exist on the day when clocks are put forward; that
 * night then gets a trigger of its own.
 */
public final class NightWatch implements AutoCloseable {
    private final ReentrantLock turn = new ReentrantLock();
    private final Scheduler scheduler;
    private final JobDetail job = JobBuilder.newJob(NightJob.class).withIdentity("night").build();
    private final UnixCron cron;
    private final ZoneId zone;
    private final Clock clock;

    /** What is done when the time has come. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it.
         *
         * @param next when it will be done again
         */
        void night(ZonedDateTime next);
    }

    /**
     * Begins to watch.
     *
     * @param zone whose clock the schedule goes by
     * @param clock tells when the next night is; Quartz itself goes by the machine's
     * @throws IllegalStateException if there are no threads to be had
     */
    public NightWatch(UnixCron cron, ZoneId zone, Clock clock, Work work) {
        this.cron = cron;
        this.zone = zone;
        this.clock = clock;
        try {
            scheduler = new StdSchedulerFactory(settings()).getScheduler();
            scheduler.setJobFactory((fired, its) -> new NightJob(() -> night(work)));
            scheduler.scheduleJob(job, trigger(cron, zone));
            bridge(next());
            scheduler.start();
        } catch (SchedulerException broken) {
            throw new IllegalStateException("The schedule could not be started.", broken);
        }
    }

    /** When the next night begins. */
    public ZonedDateTime next() {
        return cron.firstAfter(clock.instant().atZone(zone)).orElseThrow();
    }

    private void night(Work work) {
        now(() -> work.night(next()));
        try {
            bridge(next());
        } catch (SchedulerException broken) {
            throw new IllegalStateException("The schedule could not go on.", broken);
        }
    }

    /** Sees to it that a time comes which Quartz would leave out. */
    private void bridge(ZonedDateTime next) throws SchedulerException {
        if (due().stream().allMatch(due -> due.isAfter(next.toInstant()))) {
            scheduler.scheduleJob(
                    TriggerBuilder.newTrigger()
                            .forJob(job)
                            .startAt(Date.from(next.toInstant()))
                            .build());
        }
    }

    /** When each trigger fires next, by the clock. */
    List<Instant> due() {
        try {
            Date now = Date.from(clock.instant());
            return scheduler.getTriggersOfJob(job.getKey()).stream()
                    .map(one -> one.getFireTimeAfter(now))
                    .filter(Objects::nonNull)
                    .map(Date::toInstant)
                    .toList();
        } catch (SchedulerException broken) {
            throw new IllegalStateException("The schedule is not running.", broken);
        }
    }

    /**
     * Does one night now, on the caller's thread; the schedule's own waits for it.
     *
     * @param work that takes the place of the schedule's
     */
    public void now(Runnable work) {
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Begins no further night.
     *
     * @param grace how long the running one may take to end
     * @return whether none is running any more
     */
    public boolean drain(Duration grace) throws InterruptedException {
        try {
            scheduler.standby();
        } catch (SchedulerException broken) {
            throw new IllegalStateException("The schedule could not be stopped.", broken);
        }
        return turn.tryLock(grace.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(false);
        } catch (SchedulerException broken) {
            throw new IllegalStateException("The schedule could not be stopped.", broken);
        }
    }

    private static Trigger trigger(UnixCron cron, ZoneId zone) {
        return TriggerBuilder.newTrigger()
                .withSchedule(
                        CronScheduleBuilder.cronSchedule(QuartzCron.of(cron))
                                .inTimeZone(TimeZone.getTimeZone(zone))
                                .withMisfireHandlingInstructionFireAndProceed())
                .build();
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.put("org.quartz.scheduler.instanceName", "marginal-" + System.nanoTime());
        settings.put("org.quartz.threadPool.threadCount", "1");
        settings.put("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        settings.put("org.quartz.threadPool.makeThreadsDaemons", "true");
        settings.put("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.put("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        return settings;
    }
}
